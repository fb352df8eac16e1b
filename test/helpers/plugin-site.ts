/** A Starlight site that uses the plugin. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, site } from './paths.ts';
import { astroIn, node, siteOf } from './site.ts';
import { waitFor } from './wait-for.ts';

export interface PluginSite {
  path: string;
  write(name: string, text: string): void;
  read(name: string): string;
  /** Runs Astro until it ends. */
  astro(...args: string[]): Promise<{ code: number | null; output: string }>;
  /** Starts the development server. */
  dev(): Promise<DevServer>;
  remove(): void;
}

export interface DevServer {
  url: string;
  output(): string;
  stop(): Promise<void>;
}

/** The environment without the variables of a test run, which affect Astro and Vite. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:NODE_|VITE|TEST$|CI$)/.test(name)),
);

/**
 * Creates a site with these files in a folder of this name, and installs the package in it.
 *
 * @param base the folder in which Astro and Starlight are installed
 */
export function pluginSite(
  name: string,
  files: Record<string, string>,
  base: string = site,
): PluginSite {
  const path = siteOf(name, files, base);
  const installed = join(path, 'node_modules/starlight-credits');
  for (const part of ['package.json', 'bin', 'dist', 'gallery.css', 'schema.json'])
    cpSync(join(root, part), join(installed, part), { recursive: true });

  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  const running = new Set<ChildProcess>();
  const start = (args: string[]) => {
    const child = spawn(node(), [astroIn(base), ...args], {
      cwd: path,
      env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += stripVTControlCharacters(String(chunk));
      });
    const ended = new Promise<number | null>((done) => {
      child.on('exit', (code) => {
        running.delete(child);
        done(code);
      });
    });
    return { child, ended, output: () => output };
  };

  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), 'utf8'),
    async astro(...args) {
      const { ended, output } = start(args);
      return { code: await ended, output: output() };
    },
    async dev() {
      const { child, ended, output } = start(['dev', '--host', '127.0.0.1', '--port', '0']);
      const url = await waitFor(() => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output());
        if (!found) throw new Error(`The server did not start.\n${output()}`);
        return found[0];
      });
      return {
        url,
        output,
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
