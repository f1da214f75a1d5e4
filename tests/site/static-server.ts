import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { createGzip } from 'node:zlib';

/** A built site that answers on this machine only. */
export interface StaticServer {
  /** The site's home, with the base and a slash at its end. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mdx': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  // As a host does that goes by name: to it, `types.d.ts` is a video stream. Only a download cannot be mistaken.
  '.ts': 'video/mp2t',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What hosts compress; pictures and fonts are compressed already. */
const COMPRESSIBLE = /^text\/|javascript|json|xml/;

interface ServerOptions {
  /** Compress as hosts do; without it, sizes are those of the files. */
  readonly compresses?: boolean;
}

/** Serves a folder below a base path and nothing else: a link that forgets the base is a 404. */
export async function serveFolder(
  folder: string,
  base: string,
  { compresses = false }: ServerOptions = {},
): Promise<StaticServer> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    void answer({ root, base, compresses }, request, response).catch(() => fail(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The static server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}${base}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Served {
  readonly root: string;
  readonly base: string;
  readonly compresses: boolean;
}

async function answer(
  { root, base, compresses }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405);
  const file = await fileFor(root, base, new URL(request.url ?? '/', 'http://localhost').pathname);
  if (file === undefined) return fail(response, 404);
  const { size } = await stat(file);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  const isCompressed = compresses && COMPRESSIBLE.test(type);
  response.writeHead(
    200,
    isCompressed ? { ...headers, 'content-encoding': 'gzip' } : { ...headers, 'content-length': size },
  );
  if (request.method === 'HEAD') response.end();
  else if (isCompressed) createReadStream(file).pipe(createGzip()).pipe(response);
  else createReadStream(file).pipe(response);
}

/** The file of the site behind an address' path; undefined where a host would answer 404. */
export async function fileFor(root: string, base: string, pathname: string): Promise<string | undefined> {
  const path = decoded(pathname);
  if (path === undefined || path.includes('\0') || !`${path}/`.startsWith(base)) return undefined;
  const wanted = join(root, path.slice(base.length));
  const found = await stat(wanted).catch(() => undefined);
  const file = found?.isDirectory() ? join(wanted, 'index.html') : wanted;
  const real = await realpath(file).catch(() => undefined);
  return real !== undefined && real.startsWith(root + sep) && (await stat(real)).isFile() ? real : undefined;
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function fail(response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}
