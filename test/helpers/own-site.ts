/** A Starlight site with the plugin, as its owner runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { root } from './paths.ts';
import { astro, node, siteOf } from './site.ts';

/** A site of its own, beside which Astro and Starlight are installed. */
export interface OwnSite {
  path: string;
  write(name: string, text: string): void;
  read(name: string): string;
  /** Runs Astro to its end. */
  astro(...args: string[]): Promise<{ code: number | null; said: string }>;
  /** Starts the server for development. */
  dev(): Promise<DevServer>;
  remove(): void;
}

export interface DevServer {
  url: string;
  said(): string;
  stop(): Promise<void>;
}

/** The environment without what a run of tests adds: Astro and Vite behave otherwise in one. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:NODE_|VITE|TEST$|CI$)/.test(name)),
);

/** Makes a site with these files in a folder of this name, the package installed in it. */
export function ownSite(name: string, files: Record<string, string>): OwnSite {
  const path = siteOf(name, files);
  const installed = join(path, 'node_modules/starlight-credits');
  for (const part of ['package.json', 'bin', 'dist', 'schema.json'])
    cpSync(join(root, part), join(installed, part), { recursive: true });

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  const running = new Set<ChildProcess>();
  const start = (args: string[]) => {
    const child = spawn(node(), [astro, ...args], {
      cwd: path,
      env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += stripVTControlCharacters(String(chunk));
      });
    const ended = new Promise<number | null>((done) => {
      child.on('exit', (code) => {
        running.delete(child);
        done(code);
      });
    });
    return { child, ended, said: () => said };
  };

  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    async astro(...args) {
      const { ended, said } = start(args);
      return { code: await ended, said: said() };
    },
    async dev() {
      const { child, ended, said } = start(['dev', '--host', '127.0.0.1', '--port', '47000']);
      const url = await vi.waitFor(
        () => {
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said());
          if (!found) throw new Error(`The server does not start.\n${said()}`);
          return found[0];
        },
        { timeout: 60_000, interval: 50 },
      );
      return {
        url,
        said,
        async stop() {
          child.kill();
          await ended;
        },
      };
    },
    remove() {
      for (const child of running) child.kill('SIGKILL');
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
