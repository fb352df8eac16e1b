/** Mistakes that people who are new to the tool or to YAML make. */

/** A source, and its diagnostics as `line:column code: message; help`. */
export type Mistake = [source: string, diagnostics: string[]];

/** Broken YAML, and YAML with another meaning than the text has. */
export const yamlMistakes: Mistake[] = [
  [
    'title: x\ncredits:\n  - name: a\n- x\n',
    [
      '4:1 yaml-indent: this line is not aligned with the list above; align the dash with that on line 3',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    credits:\n      - b\n - name: c\n    url: d\n',
    [
      '6:2 yaml-indent: this line is not aligned with the list above; align the dash with that on line 3',
    ],
  ],
  [
    'title: x\ncredits:\n  name: a\n- x\n',
    [
      '4:1 yaml-indent: this line is not aligned with the lines above: a list item cannot follow the keys of a map; add a dash before "name" on line 3 as well',
    ],
  ],
  [
    'title: x\nintro: y\n- x\n',
    [
      '3:1 yaml-indent: this line is not aligned with the lines above: a list item cannot follow the keys of a map; write a key such as "credits:" above the list, or write "intro: |" if this is part of its text',
    ],
  ],
  [
    'title: x\n- x\ncredits: []\n',
    [
      '2:1 yaml-indent: this line is not aligned with the lines above: a list item cannot follow the keys of a map; write a key such as "credits:" above the list, or write "title: |" if this is part of its text',
    ],
  ],
  [
    '- x\ntitle: y\n',
    [
      '2:1 yaml-indent: this line is not aligned with the lines above: a key cannot follow the items of a list; write a key such as "credits:" above the list, and indent the list',
    ],
  ],
  [
    'title: x\nintro: one\ntwo three\n',
    [
      '3:1 yaml-syntax: this line is not indented deeper than "intro", so it is not part of its text; write "intro: |" and indent each line of the text below it',
    ],
  ],
  [
    'title: x\nintro: |\none two\ncredits: [a]\n',
    [
      '3:1 yaml-syntax: this line is not indented deeper than "intro", so it is not part of its text; indent each line of the text deeper than "intro"',
    ],
  ],
  [
    'title: x\nintro:\none two\n',
    [
      '3:1 yaml-syntax: this line is not indented deeper than "intro", so it is not part of its text; write "intro: |" and indent each line of the text below it',
    ],
  ],
  [
    'sections:\n  - title: A\n    intro: one\n  two three\n  - title: B\n',
    [
      '4:3 yaml-syntax: this line is not indented deeper than "intro", so it is not part of its text; write "intro: |" and indent each line of the text below it',
    ],
  ],
  [
    'title: x\nintro\ncredits: [a]\n',
    [
      '2:1 yaml-syntax: this line is neither "key: value" nor "- item"; write "intro: …" if it is a key, or indent it deeper than "title" if it is part of its text',
    ],
  ],
  [
    'Thanks to all\ntitle: x\n',
    [
      '1:1 yaml-syntax: this line is neither "key: value" nor "- item"; start with a key and its value, such as "title: Credits"',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n - name: b\n',
    [
      '4:2 yaml-indent: this line is not aligned with the list above; align the dash with that on line 3',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n  url: b\n',
    [
      '4:3 yaml-indent: this line is not aligned with the lines above; align "url" with "name" on line 3',
    ],
  ],
  [
    'title: x\ncredits:\n  name: a\n  - name: b\n',
    [
      '4:3 yaml-indent: this line is not aligned with the lines above: a list item cannot follow the keys of a map; add a dash before "name" on line 3 as well',
    ],
  ],
  [
    'title: x\n  intro: y\n',
    [
      '2:3 yaml-indent: this line is indented like a part of the value above; align "intro" with "title" on line 1',
    ],
  ],
  [
    '  title: x\nintro: y\n',
    [
      '2:1 yaml-indent: this line is not aligned with the lines above; align "intro" with "title" on line 1',
    ],
  ],
  [
    'title: x\ncredits:\n- a\n-b\n',
    ['4:1 yaml-syntax: missing space after the dash of a list item; write "- b"'],
  ],
  [
    'title: x\ncredits:\n  - name:a\n    url: b\n',
    ['3:5 yaml-syntax: missing space after the colon of a key; write "name: a"'],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    url:https://x.y\n',
    ['4:5 yaml-syntax: missing space after the colon of a key; write "url: https://x.y"'],
  ],
  ['title： x\n', ['1:1 yaml-syntax: a key ends with ":", not with "："; write "title: x"']],
  [
    'title: x\ncredits：\n  - a\n',
    ['2:1 yaml-syntax: a key ends with ":", not with "："; write "credits: …"'],
  ],
  [
    'title: x\ncredits:\n　　- a\n',
    ['3:3 yaml-indent: this line is indented with U+3000; indent with spaces'],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    url https://x.y\n',
    ['4:5 yaml-syntax: missing colon after a key; write "url: https://x.y"'],
  ],
  [
    'title: x\noutput = a.md\n',
    ['2:1 yaml-syntax: a key ends with a colon, not with =; write "output: a.md"'],
  ],
  [
    'title: x\n// credits\ncredits: [a]\n',
    ['2:1 yaml-syntax: this is not a YAML comment; start each line of a comment with #'],
  ],
  [
    'title: "x",\ncredits: [a],\n',
    ['1:11 yaml-syntax: unexpected comma at the end of a line; remove the comma'],
  ],
  [
    'title: x\ncredits:\n  - { name: a url: b }\n',
    ['3:15 yaml-syntax: missing comma; write a comma before "url:"'],
  ],
  [
    'title: x\nhandles: {url: https://x/{handle}}\ncredits: [a]\n',
    [
      `2:16 yaml-quote: a value inside { } or [ ] cannot contain { without quotes; quote it: "https://x/{handle}"`,
    ],
  ],
  [
    'title: x\nhandles: { url: https://x/@{handle}/a, avatar: /b }\ncredits: [a]\n',
    [
      `2:17 yaml-quote: a value inside { } or [ ] cannot contain { without quotes; quote it: "https://x/@{handle}/a"`,
    ],
  ],
  [
    'title: x\ncredits:\n  - handle: ada\n    description: x\n',
    [
      '3:5 unknown-key: unknown key "handle" in a credit; write it as a person: "person: { handle: ada }"',
    ],
  ],
  [
    'title: x\noutput: ~/x.md\ncredits:\n  - person:\n  - name:\n',
    [
      '2:9 bad-value: "~/x.md" is not in your home folder, as "~" is the name of a folder here; write a path relative to the source, or use -o to write anywhere',
      '4:5 missing-key: missing key "name" or "person" in a credit; write a value after "person:", in quotes if it starts with #',
      '5:5 missing-key: missing key "name" or "person" in a credit; write a value after "name:", in quotes if it starts with #',
    ],
  ],
  [
    'title: x\ncredits:\n  - { handle: ada, license: MIT }\n',
    [
      '3:5 missing-key: missing key "name" or "person" in a credit; add "name: …"',
      '3:7 unknown-key: unknown key "handle" in a credit; move it into "by": "by: { handle: ada }"',
    ],
  ],
  [
    'title: x\ncredits: - a\n',
    [
      '2:10 yaml-quote: a value without quotes cannot start with "- "; quote it: "- a", or start a list on the line below its key',
    ],
  ],
  [
    'title: x\ncredits:\n  * a\n  * b\n',
    [
      '3:3 yaml-quote: a value that starts with * is a YAML alias; quote it: "* a", or write "- a" for a list item',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: "The "best" font"\n',
    ['3:11 yaml-quote: there is text after the closing quote; quote it: \'The "best" font\''],
  ],
  [
    'title: x\ncredits:\n  - by: ["The "best" one", b]\n',
    ['3:10 yaml-quote: there is text after the closing quote; quote it: \'The "best" one\''],
  ],
  [
    'title: x\ncredits:\n  - { name: "The "best" font" }\n',
    ['3:13 yaml-quote: there is text after the closing quote; quote it: \'The "best" font\''],
  ],
  [
    "title: x\ncredits:\n  - name: 'Ada's font\n",
    ['3:11 yaml-quote: there is text after the closing quote; quote it: "Ada\'s font"'],
  ],
  [
    "title: x\ncredits:\n  - name: 'Rock 'n' roll'\n",
    ['3:11 yaml-quote: there is text after the closing quote; quote it: "Rock \'n\' roll"'],
  ],
  [
    'title: x\ncredits:\n  - "Dawn" by Ada\n',
    ['3:5 yaml-quote: there is text after the closing quote; quote it: \'"Dawn" by Ada\''],
  ],
  [
    '"title": b: c\n',
    ['1:10 yaml-quote: a value without quotes cannot contain ": "; quote it: "b: c"'],
  ],
  [
    'title: x\ncredits:\n  - name: &amp\n',
    ['3:11 yaml-quote: a value that starts with & is a YAML anchor; quote it: "&amp"'],
  ],
  [
    'title: x\ncredits:\n  - name: &copy Ada # c\n',
    [
      '3:11 yaml-anchor: "&copy" is a YAML anchor, not part of the text, and no alias refers to it; quote the value if it is text: "&copy Ada", or remove the anchor',
    ],
  ],
  [
    'title: x\ncredits: [&bc de, &fg]\n',
    [
      '2:11 yaml-anchor: "&bc" is a YAML anchor, not part of the text, and no alias refers to it; quote the value if it is text: "&bc de", or remove the anchor',
      '2:19 yaml-quote: a value that starts with & is a YAML anchor; quote it: "&fg"',
    ],
  ],
  ['title: &a b\nintro: *a\n', []],
  [
    'title: x\nintro: *one* two\ncredits:\n  - **two**\n  - *three*\n  - *four\n',
    ['2:8 yaml-quote: a value that starts with * is a YAML alias; quote it: "*one* two"'],
  ],
  [
    'title: !important x\n',
    [
      '1:8 yaml-tag: the YAML tag "!important" is not supported; quote the value if it is text: "!important x", or remove the tag',
    ],
  ],
  [
    'title: x\ncredits: [!a b, !!set {c}]\n',
    [
      '2:11 yaml-tag: the YAML tag "!a" is not supported; quote the value if it is text: "!a b", or remove the tag',
      '2:17 yaml-tag: the YAML tag "!!set" is not supported; remove it',
    ],
  ],
  [
    'title: @ada\nintro: `x`\ncredits:\n  - %a\n  - @ada\n',
    [
      '1:8 yaml-quote: a value without quotes cannot start with @; quote it: "@ada"',
      '2:8 yaml-quote: a value without quotes cannot start with `; quote it: "`x`"',
      '4:5 yaml-quote: a value without quotes cannot start with %; quote it: "%a"',
      '5:5 yaml-quote: a value without quotes cannot start with @; quote it: "@ada"',
    ],
  ],
];

/** Keys and values in the wrong place, of another type, or with the names of other tools. */
export const keyMistakes: Mistake[] = [
  [
    'title: x\nlayout: table\nbold: false\n',
    [
      '2:1 unknown-key: unknown key "layout" in a page; move it into "style": "style: { layout: table }"',
      '3:1 unknown-key: unknown key "bold" in a page; move it into "style": "style: { bold: false }"',
    ],
  ],
  [
    'title: x\nsections:\n  - title: y\n    sort: name\n    columns: [name]\n',
    [
      '4:5 unknown-key: unknown key "sort" in a section; move it into "style": "style: { sort: name }"',
      '5:5 unknown-key: unknown key "columns" in a section; move it into "style": "style: { columns: … }"',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    layout: table\n',
    [
      '4:5 unknown-key: unknown key "layout" in a credit; move it into the "style" of the section or of the page: "style: { layout: … }"',
    ],
  ],
  [
    'title: x\nsidebar:\n  order: 1\ndraft: true\nbullet: "*"\nregion: a\n',
    [
      '2:1 unknown-key: unknown key "sidebar" in a page; move it into "frontmatter": "frontmatter: { sidebar: … }"',
      '4:1 unknown-key: unknown key "draft" in a page; move it into "frontmatter": "frontmatter: { draft: true }"',
      '5:1 unknown-key: unknown key "bullet" in a page; move it into "markdown": "markdown: { bullet: "*" }"',
      '6:1 unknown-key: unknown key "region" in a page; move it into "output": "output: { region: a }"',
    ],
  ],
  [
    'title: x\nname: y\nurl: https://x.y\nlicense: MIT\n',
    [
      '2:1 unknown-key: unknown key "name" in a page; move it into one of the "credits": "- name: …"',
      '3:1 unknown-key: unknown key "url" in a page; move it into one of the "credits": "- name: …", and below it "url: …"',
      '4:1 unknown-key: unknown key "license" in a page; move it into one of the "credits": "- name: …", and below it "license: …"',
    ],
  ],
  [
    'title: x\nsections:\n  - title: y\n    description: z\n    html: true\n',
    [
      '4:5 unknown-key: unknown key "description" in a section; did you mean "intro"?',
      '5:5 page-key: "html" is a key of the page, not of a section; move "html" to the top level of the file',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    license: [MIT, Apache-2.0]\n  - name: b\n    license:\n      - MIT\n  - name: d\n    license: [OFL-1.1]\n  - name: c\n    license: { name: MIT, url: https://x.y }\n',
    [
      '4:14 wrong-type: expected a string, found a list; write "MIT OR Apache-2.0" if one of them can be chosen, or "MIT AND Apache-2.0" if all of them apply',
      '7:7 wrong-type: expected a string, found a list; write only the license: "MIT"',
      '9:14 wrong-type: expected a string, found a list; write only the license: "OFL-1.1"',
      '11:14 wrong-type: expected a string, found a map; write only the license: "MIT"',
    ],
  ],
  [
    'title: x\nsections: { Fonts: [a, b], Icons: [c] }\n',
    [
      '2:11 wrong-type: expected a list of sections, found a map; write a list, with each key as a "title": "- title: Fonts", and below it "credits: …"',
    ],
  ],
  [
    'title: x\nsections:\n  Fonts:\n    credits: [a]\n',
    [
      '3:3 wrong-type: expected a list of sections, found a map; write a list, with each key as a "title": "- title: Fonts"',
    ],
  ],
  [
    'title: x\nsections:\n  title: Fonts\n  credits: [a]\n',
    [
      '3:3 wrong-type: expected a list of sections, found a map; start each item of the list with a dash: "- title: Fonts"',
    ],
  ],
  [
    'title: x\nsections: Fonts\n',
    ['2:11 wrong-type: expected a list of sections, found "Fonts"; write a list: "- title: Fonts"'],
  ],
  [
    'title: x\nsections: [Fonts]\n',
    ['2:12 wrong-type: expected a section, found "Fonts"; write it as a title: "title: Fonts"'],
  ],
  [
    'title: x\ncredits:\n  Astro: https://astro.build\n  Vite: https://vite.dev\n',
    [
      '3:3 wrong-type: expected a list of credits, found a map; write a list, with each key as a "name": "- name: Astro", and below it "url: https://astro.build"',
    ],
  ],
  [
    'title: x\ncredits: { a: b }\n',
    [
      '2:10 wrong-type: expected a list of credits, found a map; write a list, with each key as a "name": "- name: a"',
    ],
  ],
  [
    'title: x\ncredits:\n  name: Astro\n  url: https://astro.build\n',
    [
      '3:3 wrong-type: expected a list of credits, found a map; start each item of the list with a dash: "- name: Astro"',
    ],
  ],
  [
    'title: x\ncredits: Astro\n',
    ['2:10 wrong-type: expected a list of credits, found "Astro"; write a list: "- Astro"'],
  ],
  [
    'title: x\ncredits:\n  – name: Astro\n',
    [
      '3:3 wrong-type: expected a list of credits, found a map; start each item of the list with a dash: "- name: Astro"',
    ],
  ],
  [
    'title: x\ncredits:\n  • Astro\n',
    ['3:3 wrong-type: expected a list of credits, found "• Astro"; write a list: "- Astro"'],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    links: { Source: https://x.y }\n  - name: b\n    links: https://x.y\n',
    [
      '4:12 wrong-type: expected a list of links, found a map; write a list, with each key as a "label": "- label: Source", and below it "url: https://x.y"',
      '6:12 wrong-type: expected a list of links, found "https://x.y"; write a list: "- label: …", and below it "url: https://x.y"',
    ],
  ],
  [
    'title: x\npeople:\n  - Ada Lovelace (@ada)\n',
    [
      '3:3 wrong-type: expected a map of people, by id, found a list; write an id before each person, without a dash: "ada: Ada Lovelace (@ada)"',
    ],
  ],
  [
    'title: x\npeople:\n  ada:Ada\n  bob:Bob\n',
    [
      '3:3 wrong-type: expected a map of people, by id, found "ada:Ada bob:Bob"; add a space after the colon: "ada: Ada"',
    ],
  ],
  [
    'title: [x]\nintro:\n  - a\n  - b\n',
    [
      '1:8 wrong-type: expected a string, found a list; quote it if it is text: "[x]"',
      '3:3 wrong-type: expected a string, found a list; write "|" after the colon of the key if the lines below are Markdown',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    description:\n      - b\n    version: { x }\n',
    [
      '5:7 wrong-type: expected a string, found a list; write one string instead of a list',
      '6:14 wrong-type: expected a string, found a map; quote it if it is text: "{ x }"',
    ],
  ],
  [
    '- name: a\n- name: b\n',
    [
      '1:1 wrong-type: expected a page: a map with a "title", found a list; add "title: Credits", and "credits:" above the list',
    ],
  ],
  ['title = x\n', ['1:1 yaml-syntax: a key ends with a colon, not with =; write "title: x"']],
  ['title:x\n', ['1:1 yaml-syntax: missing space after the colon of a key; write "title: x"']],
  [
    'title: x\nsection:\n  - titel: a\n    item: [b]\n    credit:\n      - nmae: c\n        urls: javascript:x\n',
    [
      '2:1 unknown-key: unknown key "section" in a page; did you mean "sections"?',
      '3:5 unknown-key: unknown key "titel" in a section; did you mean "title"?',
      '4:5 unknown-key: unknown key "item" in a section; did you mean "credits"?',
      '5:5 unknown-key: unknown key "credit" in a section; did you mean "credits"?',
      '6:9 unknown-key: unknown key "nmae" in a credit; did you mean "name"?',
      '7:9 unknown-key: unknown key "urls" in a credit; did you mean "links"?',
    ],
  ],
  [
    'title: x\ncontributors: [Ada, Grace]\n',
    ['2:1 unknown-key: unknown key "contributors" in a page; did you mean "credits"?'],
  ],
  [
    'title: x\ncontributors: { ada: Ada }\n',
    ['2:1 unknown-key: unknown key "contributors" in a page; did you mean "people"?'],
  ],
  [
    'title: x\nsectoins: { Fonts: [a] }\n',
    [
      '2:1 unknown-key: unknown key "sectoins" in a page; did you mean "sections"?',
      '2:11 wrong-type: expected a list of sections, found a map; write a list, with each key as a "title": "- title: Fonts", and below it "credits: …"',
    ],
  ],
  [
    'title: x\nhtml: true\nitro: a\nsections:\n  - tilte: b\n    text: "[c](javascript:d)"\n',
    [
      '3:1 unknown-key: unknown key "itro" in a page; did you mean "intro"?',
      '5:5 unknown-key: unknown key "tilte" in a section; did you mean "title"?',
      '6:5 unknown-key: unknown key "text" in a section; did you mean "intro"?',
      '6:12 url-scheme: "javascript:" is not allowed in a URL; use http:, https:, mailto: or a relative URL',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    url: https://x.y\n    repo: https://x.z\n    handle: ada\n  - title: b\n    link: https://x.y\n    author: { github: ada, homepage: https://x.y }\n    text: "<b>"\n    licenses: MIT\n    items: [c]\n',
    [
      '5:5 unknown-key: unknown key "repo" in a credit; move it into "links": "links: [{ label: repo, url: … }]"',
      '6:5 unknown-key: unknown key "handle" in a credit; write it as a person: "person: a (@ada)"',
      '7:5 unknown-key: unknown key "title" in a credit; did you mean "name"?',
      '8:5 unknown-key: unknown key "link" in a credit; did you mean "url"?',
      '9:5 unknown-key: unknown key "author" in a credit; did you mean "by"?',
      '9:15 unknown-key: unknown key "github" in a person; did you mean "handle"?',
      '9:28 unknown-key: unknown key "homepage" in a person; did you mean "url"?',
      '10:5 unknown-key: unknown key "text" in a credit; did you mean "description"?',
      '10:12 markdown-html: raw HTML is not allowed in Markdown; escape it with a backslash, as in \\<b>, or set "html: true" at the top of the file',
      '11:5 unknown-key: unknown key "licenses" in a credit; did you mean "license"?',
      '12:5 unknown-key: unknown key "items" in a credit; did you mean "credits"?',
    ],
  ],
  [
    'title: x\ncredits:\n  - persons: ada\n  - name: a\n    persons: [b]\n  - person: [ada, "@b"]\n  - person: [ada]\n  - persn: ada\n    author: b\n  - handle: b\n    person: Ada\n  - handle: b\n    by: Ada\nperson: ada\n',
    [
      '3:5 unknown-key: unknown key "persons" in a credit; did you mean "person"?',
      '5:5 unknown-key: unknown key "persons" in a credit; did you mean "by"?',
      '6:13 wrong-type: expected a person: a name, an id of "people", or a map, found a list; write a credit for each person: "- person: ada" and "- person: "@b""',
      '7:13 wrong-type: expected a person: a name, an id of "people", or a map, found a list; write "- person: ada"',
      '8:5 unknown-key: unknown key "persn" in a credit; did you mean "person"?',
      '9:5 unknown-key: unknown key "author" in a credit; did you mean "by"?',
      '10:5 unknown-key: unknown key "handle" in a credit; write it as a person: "person: Ada (@b)"',
      '12:5 unknown-key: unknown key "handle" in a credit; move it into "by": "by: { handle: b }"',
      '12:5 missing-key: missing key "name" or "person" in a credit; add "name: …"',
      '14:1 unknown-key: unknown key "person" in a page; did you mean "people"?',
    ],
  ],
  [
    'title: x\ncredits:\n  - { name:a, url:https://x.y }\n',
    [
      '3:7 unknown-key: unknown key "name:a" in a credit; add a space after the colon: "name: a"',
      '3:15 unknown-key: unknown key "url:https://x.y" in a credit; add a space after the colon: "url: https://x.y"',
    ],
  ],
  [
    'title: x\nsections:\n  - heading: a\n    description: b\n    projects: [c]\n    children: []\n',
    [
      '3:5 unknown-key: unknown key "heading" in a section; did you mean "title"?',
      '4:5 unknown-key: unknown key "description" in a section; did you mean "intro"?',
      '5:5 unknown-key: unknown key "projects" in a section; did you mean "credits"?',
      '6:5 unknown-key: unknown key "children" in a section; did you mean "sections"?',
    ],
  ],
  [
    'title: x\nintro: one\nsecond line: two\n',
    [
      '3:1 unknown-key: unknown key "second line" in a page; indent this line deeper than "intro" if it is part of its text',
    ],
  ],
  [
    'title: x\nstyle: table\n',
    ['2:8 wrong-type: expected a style, found "table"; write "{ layout: table }"'],
  ],
  [
    'title: x\nout: a.md\n',
    ['2:1 unknown-key: unknown key "out" in a page; did you mean "output"?'],
  ],
  [
    'title: x\noutput: { file: a.md, reigon: b }\n',
    [
      '2:11 unknown-key: unknown key "file" in a view; did you mean "path"?',
      '2:23 unknown-key: unknown key "reigon" in a view; did you mean "region"?',
    ],
  ],
  [
    'title: x\noutput: { to: a.txt }\n',
    [
      '2:11 unknown-key: unknown key "to" in a view; did you mean "path"?',
      '2:15 output-extension: "a.txt" does not end in .md or .mdx; use a name such as "a.md"',
    ],
  ],
  [
    'title: x\noutput: docs/\n',
    [
      '2:9 output-extension: "docs/" does not end in .md or .mdx; use a name such as "docs/credits.md"',
    ],
  ],
  [
    "title: x\noutput: 'C:\\docs\\a.md'\n",
    [
      '2:9 output-backslash: "C:\\docs\\a.md" contains a backslash; write a path relative to the source, and separate folders with "/"',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: Ada\n    github: ada\n  - login: bob\n  - name: c\n    github: https://github.com/c\n  - name: d\n    github: "@d"\n    license: MIT\n  - name: e\n    profile: https://e.co\n    contributions: code\n',
    [
      '4:5 unknown-key: unknown key "github" in a credit; write it as a person: "person: Ada (@ada)"',
      '5:5 unknown-key: unknown key "login" in a credit; write it as a person: "person: { handle: bob }"',
      '7:5 unknown-key: unknown key "github" in a credit; did you mean "url"?',
      '9:5 unknown-key: unknown key "github" in a credit; move it into "by": "by: { handle: "@d" }"',
      '12:5 unknown-key: unknown key "profile" in a credit; did you mean "url"?',
      '13:5 unknown-key: unknown key "contributions" in a credit; did you mean "description"?',
    ],
  ],
  [
    'title: x\ncredits:\n  - name: a\n    URL: https://x.y\n    links: [https://x.z]\n  - Astro: https://astro.build\n',
    [
      '4:5 unknown-key: unknown key "URL" in a credit; did you mean "url"?',
      '5:13 wrong-type: expected a link: a map such as {label: …, url: https://x.z}, found "https://x.z"; write a link: a map such as {label: …, url: https://x.z}',
      '6:5 yaml-quote: a value without quotes cannot contain ": "; quote it: "Astro: https://astro.build", or write "- name: Astro", and below it "url: …"',
    ],
  ],
  [
    'title: x\ncredits:\n  -name: a\n',
    [
      '3:3 wrong-type: expected a list of credits, found a map; add a space after the dash: "- name"',
    ],
  ],
  [
    'title: x\nsections:\n  - Fonts: [a]\n  - title: b\n    notes: c\n',
    [
      '3:5 unknown-key: unknown key "Fonts" in a section; write the key as a title: "title: Fonts", and below it "credits: …"',
      '5:5 unknown-key: unknown key "notes" in a section; did you mean "intro"?',
    ],
  ],
  [
    'title: x\nhandles: { github: ada }\nhtml: "true"\nstyle: { size: \'96\', layout: [list] }\n',
    [
      '2:12 unknown-key: unknown key "github" in a map of URLs; write "handles: github"',
      '3:7 wrong-type: expected true or false, found "true"; remove the quotes',
      '4:16 wrong-type: expected a whole number from 16 to 512, found "96"; remove the quotes',
      '4:30 wrong-type: expected one of: list, names, table, cards, gallery, found a list; write one of: list, names, table, cards, gallery',
    ],
  ],
  [
    'title: x\ncredits: []\n\u00a0 intro: y\n',
    ['3:1 unknown-key: unknown key "\u00a0 intro" in a page; indent with spaces instead of U+00A0'],
  ],
  [
    'title: x\npeopel:\n  ada: { nmae: Ada }\ncredits:\n  - name: a\n    by: ada\n',
    [
      '2:1 unknown-key: unknown key "peopel" in a page; did you mean "people"?',
      '3:10 unknown-key: unknown key "nmae" in a person; did you mean "name"?',
    ],
  ],
  [
    'frontmatter:\n  title: x\ncredits: [a]\n',
    [
      '2:3 frontmatter-key: "title" in the front matter comes from the "title" of the page; move "title" out of "frontmatter", to the top level of the file',
    ],
  ],
  [
    'title: x\ncredits:\n  - { name: a, by: { ada: Ada } }\n  - { name: b, by: [{ Ada: https://ada.dev }] }\n  - { name: c, by: { Ada: "@ada" } }\n',
    [
      '3:22 unknown-key: unknown key "ada" in a person; write only the name: "Ada", or move this map into "people" at the top level and write the id: "ada"',
      '4:23 unknown-key: unknown key "Ada" in a person; write the name and the URL as values: "{ name: Ada, url: https://ada.dev }"',
      '5:22 unknown-key: unknown key "Ada" in a person; write the name and the handle in one string: "Ada (@ada)"',
    ],
  ],
  [
    'title: x\ncredits:\n  - - a\n  - name: b\n    by: [[Ada]]\n    links:\n      - - c\n',
    [
      '3:5 wrong-type: expected a credit: a line of Markdown, or a map with a "name" or "person", found a list; write a single dash before each item; for nested credits, write "credits:" in a credit',
      '5:10 wrong-type: expected a person: a name, an id of "people", or a map, found a list; remove the inner brackets',
      '7:9 wrong-type: expected a link, found a list; write a single dash before each item',
    ],
  ],
];

/** Arguments, and the help about them. */
export const usageMistakes: [args: string[], help: string][] = [
  [['init', '--force'], 'move the existing source away; "init" never overwrites one'],
  [
    ['init', '-o', 'a.yaml'],
    'remove the option, and run "init" in the folder of the source; it creates credits.yaml',
  ],
  [['init', '--check'], 'remove "--check"; it is an option of "build", "add", "audit" and "lint"'],
  [['init', '--nope'], 'remove "--nope"; "init" has no options'],
  [
    ['init', 'x'],
    'remove "x"; "init" creates credits.yaml in the current folder and takes no arguments',
  ],
  [['import', 'a', 'b'], 'import one page at a time: npx starlight-credits import a'],
  [['import'], 'name the page: npx starlight-credits import thanks.md'],
  [
    ['import', 'a.md', '-o'],
    'write a value after the option: --output credits.yaml, or "-" for standard output',
  ],
  [
    ['import', 'a.md', '--check'],
    'remove "--check"; it is an option of "build", "add", "audit" and "lint"',
  ],
  [['import', 'a.md', '-f'], 'did you mean "--force"?'],
  [['schema', '-o', 'a b.json'], "redirect the output: npx starlight-credits schema > 'a b.json'"],
  [['schema', '--out=x'], 'redirect the output: npx starlight-credits schema > x'],
  [['schema', 'x.json'], 'redirect the output: npx starlight-credits schema > x.json'],
  [['schema', 'x'], 'remove "x"; "schema" takes no arguments'],
  [['schema', '--urls'], 'remove "--urls"; it is an option of "data"'],
  [['explain', 'a', 'b'], 'explain one code at a time: npx starlight-credits explain a'],
  [['explain', 'a', '-o', 'x'], 'redirect the output: npx starlight-credits explain a > x'],
  [
    ['add', 'Ada', 'Lovelace'],
    "quote a name of several words: npx starlight-credits add 'Ada Lovelace'",
  ],
  [['add', '@ada', 'https://x.y'], 'add one credit at a time: npx starlight-credits add @ada'],
  [['add'], 'name a person, a URL or a project: npx starlight-credits add @ada'],
  [['add', 'x', '--by'], 'write a value after the option: --by @ada'],
  [['add', 'x', '-o', 'a.yaml'], 'name the source with "--source"'],
  [['add', 'x', '--title', 'y'], 'did you mean "--name"?'],
  [['data', 'a', 'b'], 'print one source at a time: npx starlight-credits data a'],
  [['data', 'a', '-o', 'x'], 'redirect the output: npx starlight-credits data a > x'],
  [['data', '--json'], 'remove the option; "data" always prints JSON'],
  [['data', '--url'], 'did you mean "--urls"?'],
  [['data', '--nope'], 'remove "--nope", or use one of: --urls'],
  [['-o'], 'write a value after the option: --output credits.md, or "-" for standard output'],
  [
    ['build', '--reporter'],
    'use one of: --reporter text, --reporter github, --reporter json, --reporter sarif',
  ],
  [['--reporter', 'jsn'], 'did you mean "json"?'],
  [['--reporter', "it's"], 'use one of: text, github, json, sarif'],
  [['--json'], 'did you mean "--reporter json"?'],
  [['--check=yes'], 'remove "=yes"; "--check" has no value'],
  [['--chek'], 'did you mean "--check"?'],
  [['build', '--dry-run'], 'did you mean "--check"?'],
  [['build', '-v'], 'did you mean "starlight-credits --version"?'],
  [['--config', 'a.yaml'], 'write the path of the source without an option'],
  [['--section', 'x'], 'remove "--section"; it is an option of "add"'],
  [['ad', '@ada', '--section', 'x'], 'did you mean "starlight-credits add"?'],
  [['--watch', '--check'], 'remove one of them'],
  [['--watch', '-o', '-'], 'name a file with "-o"'],
  [['--watch', '-'], 'name a source file'],
  [['--watch', '--reporter', 'json'], 'use "--reporter text" or "--reporter github"'],
  [
    ['-', '-o', '-', '--reporter', 'json'],
    'use "--reporter text" or "--reporter github", or name a file with "-o"',
  ],
  [['-', '-o', '-', '--check'], 'name a file with "-o"'],
  [['-', '-o', 'page.html'], 'name a page, such as "page.md", or "-" for standard output'],
  [['-', '-o', ''], 'name a page, such as "credits.md", or "-" for standard output'],
  [['-', '-o', 'docs/'], 'name a page, such as "docs/credits.md", or "-" for standard output'],
  [
    ['a.yaml', 'b.yaml', '-o', 'page.md'],
    'set "output" in each source, or run the command once for each source',
  ],
  [['import', 'a.md', '-o', 'b'], 'name a source, such as "b.yaml", or "-" for standard output'],
  [['import', 'a.html'], 'name a file of one of these kinds'],
  [['explain', 'url-schem'], 'did you mean "url-scheme"?'],
  [['explain', '?'], 'run "starlight-credits explain" for a list of all codes'],
  [['add', ' '], 'name a person, a URL or a project, such as @ada'],
  [['add', 'x', '--source', '-'], 'name a source file'],
  [['audit', '-', '--check'], 'add "--add", or remove "--check"'],
  [['audit', '-', '--add', '--check', '--reporter', 'json'], 'remove one of them'],
  [
    ['--nope'],
    'remove "--nope", or use one of: --output, --check, --watch, --strict, --force, --reporter, --quiet, --no-color',
  ],
];
