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
      '3:11 yaml-anchor: "&copy" is a YAML anchor, not a part of the text, and no alias refers to it; quote the value if it is text: "&copy Ada", or remove the anchor',
    ],
  ],
  [
    'title: x\ncredits: [&bc de, &fg]\n',
    [
      '2:11 yaml-anchor: "&bc" is a YAML anchor, not a part of the text, and no alias refers to it; quote the value if it is text: "&bc de", or remove the anchor',
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
