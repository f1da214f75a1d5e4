import type { JsonSchema } from '../model/json.ts';
import { renderTypes, type TypesRequest } from './render-types.ts';

/** The rendered file, on as few lines as its comments allow. */
export async function renderOnOneLine(schema: JsonSchema, request: Partial<TypesRequest> = {}): Promise<string> {
  const text = await renderTypes({
    schema,
    dialect: '2020-12',
    typeName: 'OrderPlaced',
    openObjects: false,
    header: [],
    ...request,
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}
