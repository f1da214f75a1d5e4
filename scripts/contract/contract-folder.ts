import type { MessageVersion } from '../model/message.ts';

type Version = Pick<MessageVersion, 'id' | 'version'>;

/** Where the files of one message version go, relative to the output folder: `OutOfStock/0.0.4`. */
export function contractFolder(message: Version): string {
  return `${message.id}/${message.version}`;
}

/** The address of a file of a contract, relative to the folder of all contracts. */
export function contractAddress(message: Version, file: string): string {
  return [message.id, message.version, file].map((segment) => encodeURIComponent(segment)).join('/');
}
