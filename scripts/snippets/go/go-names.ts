import { pascalCase } from '../payload/type-names.ts';

/** Words that Go writes in capitals. */
const initialisms = new Set('Api Cpu Dns Html Http Https Id Ip Json Ram Sql Tcp Uri Url Uuid Xml'.split(' '));

/** Names of fields, each only once: `event_id` gives `EventID`. */
export function goFieldNames(jsonNames: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return jsonNames.map((jsonName) => {
    const base = pascalCase(jsonName).replaceAll(/[A-Z][a-z]+(?![a-z])/g, (word) =>
      initialisms.has(word) ? word.toUpperCase() : word,
    );
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    return name;
  });
}

/** True when a tag can give a field this name: encoding/json passes over other ones. */
export function isTaggable(jsonName: string): boolean {
  return /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f!#$%&()*+./:;<=>?@[\]^_{|}~ -]+$/.test(jsonName);
}
