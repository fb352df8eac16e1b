/** What handles link to, and where they are shown. */
import { expect, test } from 'vitest';
import { diagnose } from './helpers/cli.ts';
import { page } from './helpers/page.ts';

/** Returns the item of a person with a handle. */
async function item(handle: string, handles: unknown): Promise<string | undefined> {
  const credits = [{ person: { name: 'x', handle } }];
  return (await page(JSON.stringify({ title: 'x', handles, credits }))).split('\n- ')[1]?.trim();
}

test.each([
  ['github', 'ada', 'https://github.com/ada'],
  ['github', 'Ada-1', 'https://github.com/Ada-1'],
  ['github', 'ada_corp', 'https://github.com/ada_corp'],
  ['gitlab', 'ada.b_c', 'https://gitlab.com/ada.b_c'],
  ['codeberg', 'ada.b', 'https://codeberg.org/ada.b'],
  [{ url: 'https://e.co/@{handle}' }, 'ada@e.co', 'https://e.co/@ada%40e.co'],
  [{ url: 'https://{handle}.e.co/{handle}' }, 'a$&b', 'https://a%24%26b.e.co/a%24%26b'],
  [{ url: '/people/{handle}/' }, 'é/b', '/people/%C3%A9%2Fb/'],
])('with %j, @%s links to %s', async (handles, handle, url) => {
  expect(await item(handle, handles)).toContain(`](${url}))`);
});

test.each([
  ...[
    ['github', 'dependabot[bot]'],
    ['github', 'a.b'],
    ['github', 'ada@e.co'],
  ],
  ...[
    ['github', '-ada'],
    ['github', 'a'.repeat(40)],
    ['gitlab', 'a b'],
  ],
  ...[
    ['codeberg', '..'],
    ['gitlab', 'org/team'],
    [{ url: '/{handle}' }, 'a b'],
  ],
  ...[
    [{ url: '/{handle}' }, '.'],
    [{ url: '/{handle}' }, '..'],
  ],
] as [unknown, string][])('with %j, @%s is text', async (handles, handle) => {
  expect(await item(handle, handles)).toBe(await item(handle, undefined));
});

const credits = `
credits:
  - { person: { name: a, handle: ada } }
  - { person: { handle: ada }, links: [{ label: b, url: /b }] }
  - { person: { name: c, handle: ada, url: /c } }
  - { name: d, by: [{ name: e, handle: ada }, { handle: bob }], url: /d }
`;

test('handles are links in cards', async () => {
  const source = `title: x\nhandles: github\nstyle: { layout: cards }${credits}`;
  expect((await diagnose(source, ['-o', 'a.mdx'])).places).toEqual([]);
  const text = await page(source, 'mdx');
  expect(text.slice(text.indexOf('<CardGrid>'))).toBe(`<CardGrid>
  <Card title="a">

    <small>[@ada](https://github.com/ada)</small>

  </Card>
  <Card title='<a href="https://github.com/ada">@ada</a>'>

    [b](/b)

  </Card>
  <Card title='<a href="/c">c</a>'>

    <small>[@ada](https://github.com/ada)</small>

  </Card>
  <Card title='<a href="/d">d</a>'>

    <small>by e ([@ada](https://github.com/ada)) and [@bob](https://github.com/bob)</small>

  </Card>
</CardGrid>
`);
});

test('the URL in a title is HTML', async () => {
  const source = `title: x\nhandles: { url: '/?a=b&u="{handle}"' }\nstyle: { layout: cards }\n`;
  expect(await page(`${source}credits: [{ person: "@ada" }, { name: b }]\n`, 'mdx')).toContain(
    `<Card title='<a href="/?a=b&amp;amp;u=%22ada%22">@ada</a>' />`,
  );
});

test('messages about a template name it as written', async () => {
  const { all } = await diagnose('title: x\nhandles: { url: "e.com/{handle}" }\n');
  expect(all.map(({ message, help }) => `${message}; ${help}`)).toEqual([
    '"e.com/{handle}" has no scheme, so it is a path on your own site; write "https://e.com/{handle}" for another site, or "./e.com/{handle}" for a path',
  ]);
});
