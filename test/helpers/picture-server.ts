import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers a request. `count` is how often the path was requested, this time included. */
export type Answer = (response: ServerResponse, count: number, request: IncomingMessage) => void;

export interface PictureServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** The same server under another host name. */
  foreign: string;
  /** The paths that were requested, in order. */
  requests: string[];
}

/** Starts a server with an answer for each path. It stops after the test. */
export async function pictureServer(answers: Record<string, Answer>): Promise<PictureServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    requests.push(url);
    const answer = answers[url];
    if (answer) answer(response, requests.filter((path) => path === url).length, request);
    else response.writeHead(404).end('not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, foreign: `http://localhost:${port}`, requests };
}

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The markers of a JPEG with a thumbnail, which has an end of its own. */
export const JPEG = Buffer.from('ffd8ffe000080000ffd9ffda00020102ffd9', 'hex');

/** The header of a WebP with four bytes of data. */
export const WEBP = Buffer.from('RIFF\x08\0\0\0WEBPVP8 ', 'latin1');

/** Sends a picture. */
export const send =
  (bytes: Uint8Array, type = 'image/png'): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(bytes);
  };
