import { shorten } from '../text/shorten.ts';
import type { Coverage } from '../types.ts';
import { optional, required } from './field.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { list, oneOrMany } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { plain } from './text-shape.ts';

const EXAMPLE = 'package.json#devDependencies';

/** The manifests that editors suggest, each with a description and an example. */
const SUGGESTED = {
  'package.json': 'Direct dependencies of npm, or a group: package.json#devDependencies.',
  'Cargo.toml': 'Rust crates, or a group: Cargo.toml#dev-dependencies.',
  'pyproject.toml': 'Python packages, or a group or extra: pyproject.toml#docs.',
  'requirements.txt': 'Python packages, in any folder: docs/requirements.txt.',
  'go.mod': 'Direct modules of Go, also with a glob: services/*/go.mod.',
  'flake.lock': 'Inputs of a flake of Nix, in any folder: nix/flake.lock.',
  'sbom.json': 'Components of an SBOM in CycloneDX or SPDX: bom.cdx.json.',
  git: 'People in the history, without bots. Ignore others: { manifest: git, ignore: [] }.',
};

const A_MANIFEST = 'the path of a manifest';

/** A path with `/`, relative to the source, with an optional group after `#`; or `git`. */
const manifest: Shape<string> = refine(plain({ markup: true }), {
  noun: A_MANIFEST,
  read(node, scope, read) {
    const text = read(node, scope);
    if (text === undefined) return;
    const problem = manifestProblem(text);
    if (!problem) return text;
    const [reason, help] = problem;
    scope.report('bad-value', node, { message: `"${shorten(text)}" ${reason}`, help });
    return;
  },
  schema: (schema) => ({
    // Editors show the error of the first one.
    anyOf: [
      {
        ...schema,
        allOf: [
          {
            type: 'string',
            pattern: '^(?!/|[A-Za-z][A-Za-z0-9+.-]*:)[^#\\\\]+(#[^#\\\\]+)?$',
            patternErrorMessage: 'A path with "/", relative to the source, or git.',
          },
        ],
      },
      {
        type: 'string',
        enum: Object.keys(SUGGESTED),
        enumDescriptions: Object.values(SUGGESTED),
      },
    ],
  }),
});

/** Returns why a text is not a manifest and the fix, or `undefined` if it may be one. */
function manifestProblem(text: string): [reason: string, help: string] | undefined {
  if (/^[a-z][a-z\d+.-]+:/i.test(text)) {
    return ['is a URL, not a path', 'write the path of a file in the repository'];
  }
  if (text.includes('\\')) {
    return ['contains a backslash', `write it with slashes: "${text.replaceAll('\\', '/')}"`];
  }
  if (/^(?:\/|[a-z]:)/i.test(text)) {
    return ['is not a relative path', 'write a path relative to the source'];
  }
  if (!/^[^#]+(?:#[^#]+)?$/.test(text)) {
    return ['is not a path with a group', `write the group after the path: "${EXAMPLE}"`];
  }
  return;
}

const ignoredFields = {
  name: required(plain({ markup: true }), 'What is ignored. * matches any characters but /.', {
    alias: ['package', 'dependency', 'pattern', 'glob', 'names', 'person', 'handle'],
  }),
  reason: required(plain({ markup: true }), 'Why it is not credited. Pages do not show it.', {
    alias: ['because', 'why', 'comment', 'note', 'description'],
  }),
};

export const coverageFields = {
  manifest: required(manifest, 'The path of a manifest, or git.', {
    alias: ['path', 'file', 'name', 'source', 'manifests'],
  }),
  ignore: optional(
    list(
      'a list of what is ignored',
      map('an ignored dependency', ignoredFields),
      () => `write a list: "- name: …", and below it "reason: …"`,
    ),
    'What is not credited, and why.',
    { alias: ['ignored', 'ignores', 'exclude', 'except', 'skip'] },
  ),
};

const NOUN = `${A_MANIFEST}, or a map with a "manifest"`;

const coverage: Shape<Coverage> = named('coverage', NOUN, () =>
  byKind(NOUN, {
    scalar: refine<string, Coverage>(manifest, {
      read(node, scope, read) {
        const text = read(node, scope);
        if (text === undefined) return;
        const value = { manifest: text };
        scope.nodes.set(value, node);
        return value;
      },
    }),
    map: map('a covered manifest', coverageFields, {
      snippets: {
        'a covered manifest': { manifest: '$1', ignore: [{ name: '$2', reason: '$3' }] },
      },
    }),
  }),
);

/** The manifests whose entries a section credits. */
export const covers: Shape<Coverage[]> = named('covers', `${NOUN}, or a list of these`, () =>
  oneOrMany(`${NOUN}, or a list of these`, coverage),
);
