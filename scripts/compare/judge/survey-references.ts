import {
  isJsonArray,
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../model/json.ts';
import type { Dialect } from '../../model/message.ts';
import { pointerSegments } from '../../model/pointer.ts';

/** What must be known of a schema's references before it can be rewritten without bending one. */
export interface ReferenceSurvey {
  /** Every name on the way to the target of a reference: what has such a name may not be dropped. */
  readonly segments: ReadonlySet<string>;
  /** Whether dropping the `$id`s would change where a reference leads. */
  readonly idsMatter: boolean;
}

const referenceNames = ['$ref', '$dynamicRef', '$recursiveRef'] as const;

/** Looks for references everywhere, also where they mean nothing: one too many does no harm. */
export function surveyReferences(root: JsonSchema, dialect: Dialect): ReferenceSurvey {
  const segments = new Set<string>();
  let idsMatter = false;
  const holdsReference = (value: JsonValue): boolean => {
    if (!isJsonObject(value)) return isJsonArray(value) && value.map(holdsReference).includes(true);
    const refs = referencesIn(value);
    for (const ref of refs) {
      if (!ref.startsWith('#')) idsMatter = true;
      for (const segment of segmentsOf(ref)) segments.add(segment);
    }
    const isHolder = Object.values(value).map(holdsReference).includes(true) || refs.length > 0;
    if (isHolder && value !== root && resourceId(value, dialect) !== undefined) idsMatter = true;
    return isHolder;
  };
  holdsReference(root);
  return { segments, idsMatter };
}

/** The `$id` of a schema, unless it is only a fragment, which names no resource. */
export function resourceId(schema: JsonObject, dialect: Dialect): string | undefined {
  const id = ownValue(schema, dialect === 'draft-04' ? 'id' : '$id');
  return typeof id === 'string' && id !== '' && !id.startsWith('#') ? id : undefined;
}

function referencesIn(schema: JsonObject): readonly string[] {
  return referenceNames.map((name) => ownValue(schema, name)).filter((ref) => typeof ref === 'string');
}

function segmentsOf(ref: string): readonly string[] {
  const fragment = decodeFragment(ref.slice(ref.indexOf('#') + 1));
  return fragment.startsWith('/') ? pointerSegments(fragment) : [];
}

/** The fragment with its percent-encoding undone; as it stands where that is broken. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
