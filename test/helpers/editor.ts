/**
 * An editor without a user interface. It starts the language server that editors use for YAML, opens
 * sources in it, and returns what an editor would show. It serves the current schema for the URL in the
 * first line of a source, and rejects all other URLs.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import {
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type MarkupContent,
  type Position,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  RequestType,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';
import { jsonSchema } from '../../src/schema/json-schema.ts';
import { schemaAddress, schemaLine } from '../../src/source/schema-line.ts';

/** The user's settings, which keep the server off the network. */
const SETTINGS = { schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } };

const require = createRequire(import.meta.url);

/** The request of the server for the content of a URL. */
const CONTENT = new RequestType<string, string, void>('vscode/content');

/** An error that the editor marks. Line and column start at 1. */
export interface Mark {
  line: number;
  column: number;
  message: string;
}

export interface Editor {
  /** Returns the errors that the editor marks. */
  marks(source: string): Promise<Mark[]>;
  /** Returns the hover text at the `^`. */
  hover(source: string): Promise<string>;
  /** Returns the completions at the `^`. */
  complete(source: string): Promise<CompletionItem[]>;
  close(): Promise<void>;
}

export async function openEditor(): Promise<Editor> {
  const server = require.resolve('yaml-language-server/bin/yaml-language-server');
  const child = spawn(process.execPath, [server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const listeners = new Map<string, (diagnostics: Diagnostic[]) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    listeners.get(uri)?.(diagnostics),
  );
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.onRequest(CONTENT, (address) => {
    if (address !== schemaAddress()) throw new Error(`Unexpected request for ${address}`);
    return JSON.stringify(jsonSchema());
  });
  const configured = new Promise<void>((resolve) => {
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      resolve();
      return items.map(({ section }) => (section === 'yaml' ? SETTINGS : null));
    });
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification('yaml/registerContentRequest');
  await configured;

  let opened = 0;
  /** Opens a source below the line with its schema, sends a request, and closes the source. */
  async function within<T>(
    source: string,
    ask: (uri: string, opening: Promise<void>) => Promise<T>,
  ): Promise<T> {
    opened += 1;
    const uri = `file:///${opened}/credits.yaml`;
    const text = `${schemaLine()}\n${source}`;
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    const opening = connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument,
    });
    try {
      return await ask(uri, opening);
    } finally {
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    }
  }

  const marks = (source: string) =>
    within(source, async (uri) => {
      const diagnostics = await new Promise<Diagnostic[]>((resolve) => listeners.set(uri, resolve));
      listeners.delete(uri);
      return diagnostics.map(({ range: { start }, message }) => ({
        line: start.line,
        column: start.character + 1,
        message,
      }));
    });

  const hover = (source: string) =>
    within(source.replace('^', ''), async (uri, opening) => {
      await opening;
      const params = { textDocument: { uri }, position: placeIn(source) };
      const shown = await connection.sendRequest(HoverRequest.type, params);
      return (shown?.contents as MarkupContent | undefined)?.value ?? '';
    });

  const complete = (source: string) =>
    within(source.replace('^', ''), async (uri, opening) => {
      await opening;
      const params = { textDocument: { uri }, position: placeIn(source) };
      const offered = await connection.sendRequest(CompletionRequest.type, params);
      return Array.isArray(offered) ? offered : (offered?.items ?? []);
    });

  async function close(): Promise<void> {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    connection.dispose();
  }

  return { marks, hover, complete, close };
}

/** Returns the position of the `^` in a source, below the line with its schema. */
function placeIn(source: string): Position {
  const lines = source.slice(0, source.indexOf('^')).split('\n');
  return { line: lines.length, character: lines.at(-1)?.length ?? 0 };
}
