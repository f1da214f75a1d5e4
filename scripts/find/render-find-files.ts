import type { GeneratedFile } from '../model/generated-file.ts';
import type { FindSource } from './find-catalog.ts';
import { renderFieldIndex } from './render-field-index.ts';

/** The files that something is found with. */
export function renderFindFiles(source: FindSource): readonly GeneratedFile[] {
  return [renderFieldIndex(source)];
}
