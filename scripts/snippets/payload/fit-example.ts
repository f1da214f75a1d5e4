import { isJsonArray, isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../model/json.ts';
import { anyMap, anyType, unionOf, type PayloadField, type PayloadRecord, type PayloadType } from './payload-type.ts';

/** What the root of a payload is, and the records that it needs: those that others mention come first. */
export interface PayloadTypes {
  readonly root: PayloadType;
  readonly records: readonly PayloadRecord[];
}

/**
 * Widens types until they hold the example. Types that are read off a schema say less than the schema does: a condition,
 * or a name that it leaves open, may be there in the example and not in them, and a typed language would not compile it.
 */
export function fitExample({ root, records }: PayloadTypes, example: JsonValue): PayloadTypes {
  const fitting = new Fitting(records);
  const fitted = fitting.widen(root, example);
  return { root: fitted, records: fitting.recordsBelow(fitted) };
}

class Fitting {
  readonly #fields: Map<string, readonly PayloadField[]>;

  constructor(records: readonly PayloadRecord[]) {
    this.#fields = new Map(records.map(({ name, fields }) => [name, fields]));
  }

  widen(type: PayloadType, value: JsonValue): PayloadType {
    switch (type.kind) {
      case 'list':
        if (!isJsonArray(value)) return anyType;
        return { kind: 'list', of: value.reduce<PayloadType>((of, item) => this.widen(of, item), type.of) };
      case 'map':
        if (!isJsonObject(value)) return anyType;
        return { kind: 'map', of: Object.values(value).reduce<PayloadType>((of, one) => this.widen(of, one), type.of) };
      case 'record':
        if (!isJsonObject(value)) return anyType;
        this.#widenRecord(type.name, value);
        return type;
      case 'union':
        return this.#widenUnion(type.members, value);
      case 'integer':
        if (!Number.isInteger(value)) return anyType;
        return { kind: 'integer', isWide: type.isWide || !fitsIn64Bits(value) };
      default:
        return this.#holds(type, value) ? type : anyType;
    }
  }

  #widenRecord(record: string, value: JsonObject): void {
    const fields = this.#fields.get(record) ?? [];
    const known = new Set(fields.map(({ name }) => name));
    this.#fields.set(record, [
      ...fields.map((field) => ({ ...field, isRequired: field.isRequired && Object.hasOwn(value, field.name) })),
      // A schema that leaves its names open: what the example has beyond them can be there or not.
      ...Object.keys(value)
        .filter((name) => !known.has(name))
        .map((name) => ({ name, type: anyType, isRequired: false })),
    ]);
    for (const name of Object.keys(value)) this.#widenField(record, name, ownValue(value, name));
  }

  #widenField(record: string, name: string, value: JsonValue | undefined): void {
    const typeNow = () => this.#fields.get(record)?.find((field) => field.name === name)?.type;
    for (let type = typeNow(); type !== undefined && value !== undefined; type = typeNow()) {
      const widened = this.widen(type, value);
      // A value inside this one may be of the same record, and may have widened the same field.
      if (JSON.stringify(typeNow()) !== JSON.stringify(type)) continue;
      const fields = this.#fields.get(record) ?? [];
      this.#fields.set(
        record,
        fields.map((field) => (field.name === name ? { ...field, type: widened } : field)),
      );
      return;
    }
  }

  #widenUnion(members: readonly PayloadType[], value: JsonValue): PayloadType {
    if (members.some((member) => this.#holds(member, value))) return unionOf(members);
    // One of several that does not hold it yet would be a guess; beside null it is not.
    const [only, ...others] = members.filter(({ kind }) => kind !== 'null');
    if (only === undefined) return anyType;
    if (others.length > 0)
      return isJsonObject(value) && [only, ...others].every(({ kind }) => kind === 'record') ? anyMap : anyType;
    return unionOf(members.map((member) => (member === only ? this.widen(member, value) : member)));
  }

  #holds(type: PayloadType, value: JsonValue): boolean {
    switch (type.kind) {
      case 'any':
        return true;
      case 'null':
        return value === null;
      case 'boolean':
      case 'string':
      case 'number':
        return typeof value === type.kind;
      case 'integer':
        return Number.isInteger(value) && (type.isWide || fitsIn64Bits(value));
      case 'literal':
        return type.values.some((one) => one === value);
      case 'list':
        return isJsonArray(value) && value.every((item) => this.#holds(type.of, item));
      case 'map':
        return isJsonObject(value) && Object.values(value).every((one) => this.#holds(type.of, one));
      case 'union':
        return type.members.some((member) => this.#holds(member, value));
      case 'record':
        return isJsonObject(value) && this.#recordHolds(type.name, value);
    }
  }

  #recordHolds(record: string, value: JsonObject): boolean {
    const fields = this.#fields.get(record) ?? [];
    const typeOf = new Map(fields.map(({ name, type }) => [name, type]));
    return (
      fields.every(({ name, isRequired }) => !isRequired || Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, member]) => {
        const type = typeOf.get(name);
        return type !== undefined && this.#holds(type, member);
      })
    );
  }

  /** The records that a type leads to, in the order in which they came. */
  recordsBelow(root: PayloadType): readonly PayloadRecord[] {
    const reached = new Set<string>();
    this.#reach(root, reached);
    return [...this.#fields].filter(([name]) => reached.has(name)).map(([name, fields]) => ({ name, fields }));
  }

  #reach(type: PayloadType, reached: Set<string>): void {
    if (type.kind === 'list' || type.kind === 'map') this.#reach(type.of, reached);
    if (type.kind === 'union') for (const member of type.members) this.#reach(member, reached);
    if (type.kind !== 'record' || reached.has(type.name)) return;
    reached.add(type.name);
    for (const field of this.#fields.get(type.name) ?? []) this.#reach(field.type, reached);
  }
}

function fitsIn64Bits(value: JsonValue): boolean {
  return Math.abs(Number(value)) < 2 ** 63;
}
