/** SBOMs: CycloneDX and SPDX. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorOf, namesOf, readManifest } from './helpers/manifest-files.ts';
import { fixtures } from './helpers/paths.ts';

const read = (sbom: unknown) => readManifest('sbom.json', { 'sbom.json': sbom });
const fixture = (name: string) => readFileSync(`${fixtures}/manifests/${name}.json`, 'utf8');

test('what the root of a CycloneDX document depends on is read', async () => {
  const { dependencies, groups, incomplete } = await read(fixture('cyclonedx'));
  expect(incomplete).toBeUndefined();
  expect(groups).toEqual([]);
  const common = { kind: 'sbom', group: 'dependencies' };
  expect(dependencies).toEqual([
    {
      ...common,
      name: '@optics/lens',
      repository: 'git+https://github.com/optics/lens.git',
      homepage: 'https://lens.example',
      registry: 'https://www.npmjs.com/package/@optics/lens',
      people: [{ name: 'Ada Lens', handle: 'ada', url: 'https://github.com/ada' }],
      license: 'MIT',
      purl: 'pkg:npm/%40optics/lens',
    },
    {
      ...common,
      name: 'star-chart',
      registry: 'https://pypi.org/project/star-chart/',
      people: [{ name: 'Bo Tube' }, { name: 'Cy Ring' }],
      license: '(MIT OR Apache-2.0) AND ISC',
      purl: 'pkg:pypi/Star_Chart',
    },
    {
      ...common,
      name: 'mount',
      aliases: ['org.observatory/mount'],
      registry: 'https://central.sonatype.com/artifact/org.observatory/mount',
      people: [{ name: 'Observatory' }],
      purl: 'pkg:maven/org.observatory/mount',
    },
    {
      ...common,
      name: 'sub',
      aliases: ['optics/checkout/sub'],
      repository: 'https://github.com/optics/checkout',
      purl: 'pkg:githubactions/optics/checkout/sub',
    },
    { ...common, name: 'acme/plain', aliases: ['plain'] },
    {
      ...common,
      name: 'example.org/sundial',
      aliases: ['example.org/sundial/v2'],
      registry: 'https://pkg.go.dev/example.org/sundial/v2',
      purl: 'pkg:golang/example.org/sundial/v2',
    },
    {
      ...common,
      name: 'gauge',
      registry: 'https://www.npmjs.com/package/gauge',
      purl: 'pkg:npm/gauge',
    },
  ]);
});

test('what the root of an SPDX document depends on is read', async () => {
  const { dependencies, incomplete } = await read(fixture('spdx'));
  expect(incomplete).toBeUndefined();
  const common = { kind: 'sbom', group: 'dependencies' };
  expect(dependencies).toEqual([
    {
      ...common,
      name: '@optics/lens',
      repository: 'git+https://github.com/optics/lens.git',
      homepage: 'https://lens.example',
      registry: 'https://www.npmjs.com/package/@optics/lens',
      people: [{ name: 'Ada Lens' }],
      license: 'MIT',
      purl: 'pkg:npm/@optics/lens',
    },
    { ...common, name: 'Star.Chart', people: [{ name: 'Stargazers' }], license: 'Apache-2.0' },
    { ...common, name: 'gauge', repository: 'https://github.com/optics/gauge' },
  ]);
});

const cyclonedx = (dependencies: unknown, more: object = {}) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.4',
  metadata: { component: { 'bom-ref': 'root', name: 'root', type: 'application' } },
  components: ['a', 'b'].map((name) => ({ 'bom-ref': name, name, type: 'library' })),
  dependencies,
  ...more,
});
const spdx = (relationships: readonly string[], more: object = {}) => ({
  spdxVersion: 'SPDX-2.2',
  SPDXID: 'SPDXRef-DOCUMENT',
  packages: ['root', 'a', 'b'].map((name) => ({ name, SPDXID: name })),
  relationships: relationships.map((each) => {
    const [spdxElementId, relationshipType, relatedSpdxElement] = each.split(' ');
    return { spdxElementId, relationshipType, relatedSpdxElement };
  }),
  ...more,
});

test.each<[string, unknown, string[]]>([
  ['CycloneDX without a graph', cyclonedx(undefined), ['a', 'b']],
  ['CycloneDX with an empty graph', cyclonedx([{ ref: 'root', dependsOn: [] }]), ['a', 'b']],
  ['CycloneDX with everything', cyclonedx([{ ref: 'root', dependsOn: ['a', 'b'] }]), ['a', 'b']],
  [
    'CycloneDX without a root',
    cyclonedx([{ ref: 'root', dependsOn: ['a'] }], { metadata: undefined }),
    ['a', 'b'],
  ],
  ['SPDX without a graph', spdx(['SPDXRef-DOCUMENT DESCRIBES root']), ['a', 'b']],
  [
    'SPDX with everything',
    spdx(['SPDXRef-DOCUMENT DESCRIBES root', 'root DEPENDS_ON a', 'b DEPENDENCY_OF root']),
    ['a', 'b'],
  ],
  [
    'SPDX where the root contains everything',
    spdx([
      'root DESCRIBED_BY SPDXRef-DOCUMENT',
      'root CONTAINS a',
      'root CONTAINS b',
      'b DEPENDENCY_OF a',
    ]),
    ['a', 'b'],
  ],
])('%s does not say which dependencies are direct', async (_, sbom, expected) => {
  const { dependencies, incomplete } = await read(sbom);
  expect(namesOf(dependencies)).toEqual(expected);
  expect(incomplete).toBe('it does not say which dependencies are direct');
});

test.each([
  ['contains', spdx(['root CONTAINS a', 'a DEPENDS_ON b'], { documentDescribes: ['root'] })],
  ['is a prerequisite', spdx(['a PREREQUISITE_FOR root'], { documentDescribes: ['root'] })],
  ['has a prerequisite', spdx(['root HAS_PREREQUISITE a'], { documentDescribes: ['root'] })],
  ['links', spdx(['root DYNAMIC_LINK a', 'a STATIC_LINK b'], { documentDescribes: ['root'] })],
  ['is in', spdx(['a CONTAINED_BY root'], { documentDescribes: ['root'] })],
])('what the root %s is direct', async (_, sbom) => {
  const { dependencies, incomplete } = await read(sbom);
  expect(namesOf(dependencies)).toEqual(['a']);
  expect(incomplete).toBeUndefined();
});

test('an empty document is complete', async () => {
  const { dependencies, incomplete } = await read(cyclonedx([], { components: [] }));
  expect([dependencies, incomplete]).toEqual([[], undefined]);
});

test('components that are nested are read if the direct ones are unknown, each once', async () => {
  const nested = { name: 'b', components: [{ name: 'c', components: [{ name: 'b' }] }] };
  const { dependencies } = await read(cyclonedx([], { components: [{ name: 'a' }, nested] }));
  expect(namesOf(dependencies)).toEqual(['a', 'b', 'c']);
});

const NEITHER = 'it is neither a CycloneDX 1 nor an SPDX 2 document';
test.each([
  ['{}', `1:1 ${NEITHER}`],
  ['[]', `1:1 ${NEITHER}`],
  ['{"sbom": []}', `1:1 ${NEITHER}`],
  ['{"bomFormat": "CycloneDX", "specVersion": "2.0"}', `1:1 ${NEITHER}`],
  ['{"spdxVersion": "SPDX-3.0"}', `1:1 ${NEITHER}`],
  ['{\n"sbom": {,}}', '2:10 it is not valid JSON: missing value'],
])('the error in %j', async (text, expected) => {
  expect(await errorOf('sbom.json', { 'sbom.json': text })).toBe(expected);
});
