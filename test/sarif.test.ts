/** Compares `--reporter sarif` with the schema of SARIF and with the other reporters. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import type { Ajv } from 'ajv';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type Code, codes } from '../src/diagnostics/codes.ts';
import { documents } from '../src/diagnostics/documents.ts';
import { version } from '../src/version.ts';
import { cli, folder } from './helpers/cli.ts';

const ajv = new (Draft04 as unknown as typeof Ajv)({
  strict: false,
  allErrors: true,
  // One of the patterns in the schema is invalid with the `u` flag.
  unicodeRegExp: false,
});
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validate = ajv.compile(schema);

/** Runs the command, and returns its log, which must be valid. */
async function logOf(args: string[], files: Record<string, string>, stdin = '') {
  const cwd = folder(files);
  const { code, stdout, stderr } = await cli([...args, '--reporter', 'sarif'], { cwd, stdin });
  const log = JSON.parse(stdout) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return { code, stderr, run: log.runs[0] as NonNullable<Log['runs'][0]> };
}

test('the schema rejects an invalid log', () => {
  expect(validate({ version: '2.1.0' })).toBe(false);
  const driver = { name: 'x' };
  const run = { tool: { driver }, results: [{ message: { text: 'x' }, level: 'fatal' }] };
  expect(validate({ version: '2.1.0', runs: [run] })).toBe(false);
});

test('a log has the message, the location and the documentation of each diagnostic', async () => {
  const { code, stderr, run } = await logOf(['docs/my credits#1.yaml'], {
    'docs/my credits#1.yaml':
      'title: x\npeople: { vic: V }\ncredits:\n  - { name: 👍a, by: Vic, url: "javascript:x" }\n  - { name: b, url: "javascript:y" }\n',
  });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const { driver } = run.tool;
  expect(driver).toMatchObject({ name: 'starlight-credits', version });
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(driver.rules?.map(({ id }) => id)).toEqual(['person-near-id', 'url-scheme']);
  expect(driver.rules?.[1]).toEqual({
    id: 'url-scheme',
    shortDescription: { text: expect.stringMatching(/^[A-Z].*\.$/) },
    fullDescription: { text: documents['url-scheme'].meaning.replaceAll('\n', ' ') },
    help: {
      text: expect.stringContaining('\n\nRight:\n\n    title: Credits\n'),
      markdown: expect.stringContaining('```yaml\n'),
    },
    defaultConfiguration: { level: 'error' },
  });
  const artifactLocation = { uri: 'docs/my%20credits%231.yaml' };
  const at = (startLine: number, startColumn: number, endColumn: number) => [
    {
      physicalLocation: {
        artifactLocation,
        region: { startLine, startColumn, endLine: startLine, endColumn },
      },
    },
  ];
  expect(run.results).toMatchObject([
    // The emoji is two UTF-16 code units.
    { ruleId: 'person-near-id', ruleIndex: 0, level: 'warning', locations: at(4, 22, 25) },
    {
      ruleId: 'url-scheme',
      ruleIndex: 1,
      level: 'error',
      message: {
        text: '"javascript:" is not allowed in a URL\nhelp: use http:, https:, mailto: or a relative URL',
      },
      locations: at(4, 32, 46),
    },
    { ruleId: 'url-scheme', ruleIndex: 1, level: 'error' },
  ]);
});

test('a log has no results without diagnostics', async () => {
  const { code, run } = await logOf([], { 'credits.yaml': 'title: x\n' });
  expect(code).toBe(0);
  expect(run.results).toEqual([]);
  expect(run.tool.driver.rules).toEqual([]);
});

test('an outdated page is one result, and the difference is not printed', async () => {
  const { code, run } = await logOf(['--check'], {
    'credits.yaml': 'title: x\n',
    'credits.md': 'old\n',
  });
  expect(code).toBe(1);
  expect(run.results?.map(({ ruleId }) => ruleId)).toEqual(['out-of-date']);
});

test('several sources are in one log, standard input among them', async () => {
  const { run } = await logOf(['a.yaml', '-'], { 'a.yaml': 'titel: x\n' }, 'tilte: x\n');
  const uris = run.results?.map(
    ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  );
  expect(new Set(uris)).toEqual(new Set(['a.yaml', '%3Cstdin%3E']));
});

describe('SARIF has the same diagnostics as JSON', () => {
  const yaml = (Object.entries(documents) as [Code, (typeof documents)[Code]][]).filter(
    ([, { language }]) => language === 'yaml',
  );

  test.each(yaml)('%s', async (_, { wrong }) => {
    const files = { 'credits.yaml': wrong };
    const { run } = await logOf([], files);
    const { stdout } = await cli(['--reporter', 'json'], { cwd: folder(files) });
    const found = run.results?.map(({ ruleId, ruleIndex = -1, level, message, locations }) => {
      const { region, artifactLocation } = locations?.[0]?.physicalLocation ?? {};
      expect(run.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
      return {
        file: artifactLocation?.uri,
        line: region?.startLine,
        column: region?.startColumn,
        endLine: region?.endLine,
        endColumn: region?.endColumn,
        severity: level,
        code: ruleId,
        text: message.text,
      };
    });
    const wanted = JSON.parse(stdout).map(
      ({ message, help, severity, ...other }: Record<string, string>) => ({
        ...other,
        severity: severity === 'info' ? 'note' : severity,
        text: `${message}\nhelp: ${help}`,
      }),
    );
    expect(found).toEqual(wanted);
    for (const { id } of run.tool.driver.rules ?? []) expect(codes).toHaveProperty(id);
  });
});
