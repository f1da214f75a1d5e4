import type { FileTree } from '../catalog/file-tree.ts';
import { loadCatalog } from '../catalog/load-catalog.ts';
import { loadSettings } from '../catalog/load-settings.ts';
import { contractFolder } from '../contract/contract-folder.ts';
import { hasContract, programFor } from '../contract/render-contract.ts';
import { messageKey } from '../model/message.ts';
import type { ProvenMessage } from '../prove/prove-consumer.ts';
import { compileValidator } from '../schema/validate.ts';

/** A message version that travels on Kafka. */
export interface MessageToProve extends ProvenMessage {
  readonly id: string;
  readonly key: string;
  readonly isLatest: boolean;
}

/** The message versions that have programs, with the files of their contracts as they are on disk. */
export async function messagesToProve(
  tree: FileTree,
  existing: ReadonlyMap<string, string>,
): Promise<readonly MessageToProve[]> {
  const [{ catalog }, { settings }] = await Promise.all([loadCatalog(tree), loadSettings(tree)]);
  return catalog.messages.filter(hasContract).flatMap((message): MessageToProve[] => {
    const program = programFor(message, `${settings.site}contracts/`);
    if (program === undefined) return [];
    const folder = `${contractFolder(message)}/`;
    const files = [...existing]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => ({ path: path.slice(folder.length), content }));
    const { bundled, dialect } = message.schema;
    const { faults } = compileValidator(bundled, dialect);
    return [{ id: message.id, key: messageKey(message), isLatest: message.isLatest, program, files, faults }];
  });
}
