import { payloadFields } from '../../components/payload-fields.ts';
import type { JsonValue } from '../model/json.ts';

/** What the index says of one field of one version. */
export interface MessageField {
  /** Dotted path; `[]` stands for the items of a list, `*` for any name. */
  readonly path: string;
  /** In words. */
  readonly type: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
}

/** Every field of a published schema, parents before their children: the same as on the page of the message. */
export const messageFields: (schema: JsonValue) => readonly MessageField[] = payloadFields;
