/** A local npm registry, so that the network does not affect the results. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename } from 'node:path';

export interface Packed {
  name: string;
  version: string;
  tarball: string;
  bytes: number;
}

/** Returns the name, version and size of a package, given its tarball. */
export function packed(tarball: string): Packed {
  const { name, version } = manifestOf(tarball);
  return { name, version, tarball, bytes: readFileSync(tarball).length };
}

function manifestOf(tarball: string): { name: string; version: string } {
  const args = ['-xzOf', basename(tarball), 'package/package.json'];
  const cwd = tarball.slice(0, -basename(tarball).length);
  return JSON.parse(execFileSync('tar', args, { cwd, encoding: 'utf8' }));
}

/**
 * Serves packages until it is closed. Requests for other packages, such as dependencies, are redirected.
 *
 * @param upstream the URL of the registry to redirect to; without it, other packages are not found
 */
export async function serveRegistry(packages: Packed[], upstream?: string) {
  const answers = new Map<string, { type: string; body: Buffer }>();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer) response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
    else if (!upstream) response.writeHead(404).end();
    else response.writeHead(302, { location: new URL(request.url ?? '/', upstream).href }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const url = `http://127.0.0.1:${address.port}`;
  for (const { name, version, tarball } of packages) {
    const body = readFileSync(tarball);
    const path = `/${name}/-/${basename(tarball)}`;
    const integrity = `sha512-${createHash('sha512').update(body).digest('base64')}`;
    const manifest = { ...manifestOf(tarball), dist: { tarball: `${url}${path}`, integrity } };
    const document = { name, 'dist-tags': { latest: version }, versions: { [version]: manifest } };
    answers.set(path, { type: 'application/octet-stream', body });
    answers.set(`/${name}`, {
      type: 'application/json',
      body: Buffer.from(JSON.stringify(document)),
    });
  }
  return { url, close: () => server.close() };
}
