import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnose } from '../model/diagnostics.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { MessageChannel } from '../model/message.ts';
import type { Identity } from './identity.ts';
import type { Page } from './page.ts';
import { textMap, texts } from './pointers.ts';
import type { ResourcePointer } from './pointers.ts';
import { latestVersion, versionsMeant } from '../model/version-order.ts';

/** A channel's page, with its identity. */
export interface ChannelPage extends Identity {
  readonly page: Page;
}

/** The channels of a catalog. */
export interface KnownChannels {
  readonly byId: ReadonlyMap<string, readonly ChannelPage[]>;
  /** Ids of pages that could not be read: whether a pointer to them is right cannot be told. */
  readonly unread: ReadonlySet<string>;
}

export interface ResolvedChannel {
  readonly channel: MessageChannel | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The channel that a pointer means (the newest where it means several), its address filled in. */
export function resolveChannel(pointer: ResourcePointer, from: Page, channels: KnownChannels): ResolvedChannel {
  const candidates = channels.byId.get(pointer.id) ?? [];
  const versions = candidates.map(({ version, page }) => ({ version, isCurrent: page.isCurrent }));
  const meant = versionsMeant(
    pointer.version,
    versions.map(({ version }) => version),
    latestVersion(versions),
  ).at(-1);
  const found = candidates.find(({ version }) => version === meant);
  if (found === undefined) {
    const unknown = diagnose('channel-unknown', pointer, { file: from.file, pointer: pointer.pointer });
    return { channel: undefined, diagnostics: channels.unread.has(pointer.id) ? [] : [unknown] };
  }
  const { address, diagnostics } = fillAddress(found, pointer.parameters);
  const protocols = texts(found.page.data['protocols']).map((protocol) => protocol.toLowerCase());
  return { channel: { id: found.id, version: found.version, address, protocols }, diagnostics };
}

/** `inventory.{env}.events`: each placeholder takes the pointer's value, else the channel's default, first enum value or example. */
function fillAddress(
  channel: ChannelPage,
  given: Readonly<Record<string, string>>,
): { address: string; diagnostics: readonly Diagnostic[] } {
  const { data, file } = channel.page;
  const template = typeof data['address'] === 'string' && data['address'] !== '' ? data['address'] : channel.id;
  const declared = isJsonObject(data['parameters']) ? data['parameters'] : {};
  const diagnostics: Diagnostic[] = [];
  const address = template.replaceAll(/\{([^{}]+)\}/g, (_placeholder, parameter: string) => {
    const value =
      (Object.hasOwn(given, parameter) ? given[parameter] : undefined) ?? declaredValue(declared[parameter]);
    if (value !== undefined) return value;
    diagnostics.push(
      diagnose(
        'channel-parameter-unset',
        { channel: channel.id, parameter, used: parameter },
        { file, pointer: '/address' },
      ),
    );
    return parameter;
  });
  return { address, diagnostics };
}

function declaredValue(parameter: JsonValue | undefined): string | undefined {
  if (!isJsonObject(parameter)) return undefined;
  return (
    textMap({ default: parameter['default'] ?? null })['default'] ??
    texts(parameter['enum'])[0] ??
    texts(parameter['examples'])[0]
  );
}
