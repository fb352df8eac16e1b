/** What each diagnostic means at length. The YAML examples are run by a test. */
import type { Code } from './codes.ts';

interface Explanation {
  /** A few sentences for somebody who has just met the code. */
  means: string;
  /** A source, or what is typed, that the diagnostic is told of. */
  wrong: string;
  /** The same, mended. */
  right: string;
  /** What the examples are. */
  language: 'yaml' | 'console';
}

function yaml(means: string, wrong: string, right: string): Explanation {
  return { means, wrong: lines(wrong), right: lines(right), language: 'yaml' };
}

function typed(means: string, wrong: string, right: string): Explanation {
  return { means, wrong: lines(wrong), right: lines(right), language: 'console' };
}

/** An example without the indent that it has in this file. */
function lines(example: string): string {
  const indent = /^\n( *)/.exec(example)?.[1] ?? '';
  return example.replace(/^\n/, '').replaceAll(`\n${indent}`, '\n').slice(indent.length).trimEnd();
}

export const explanations: Record<Code, Explanation> = {
  'source-missing': typed(
    'The source that was named, or credits.yaml and credits.yml in the current folder, does not exist.',
    `
      $ cd docs
      $ npx starlight-credits
    `,
    `
      $ npx starlight-credits docs/credits.yaml
    `,
  ),
  'source-unreadable': typed(
    'The source exists, but it is a folder, or one that you may not read.',
    `
      $ npx starlight-credits docs
    `,
    `
      $ npx starlight-credits docs/credits.yaml
    `,
  ),
  'source-not-utf8': typed(
    'The source holds bytes that are not UTF-8, which is the one encoding that it may have. Most editors can save a file in another encoding; on the command line iconv does.',
    `
      $ file credits.yaml
      credits.yaml: ISO-8859 text
    `,
    `
      $ iconv -f latin1 -t utf-8 credits.yaml > credits.utf8.yaml
      $ mv credits.utf8.yaml credits.yaml
    `,
  ),
  'source-too-deep': typed(
    'The YAML, or the Markdown in it, is nested thousands of levels deep, which nothing that a person wrote is.',
    `
      $ npx starlight-credits generated.yaml   # credits: [[[[[[[[[[…
    `,
    `
      $ npx starlight-credits credits.yaml
    `,
  ),
  'source-empty': yaml(
    'There is nothing in the source, or nothing but comments. A page has at least a title.',
    `
      # credits
    `,
    `
      title: Credits
    `,
  ),
  'source-exists': typed(
    'A first source is never written over one that is there, be it credits.yaml or credits.yml.',
    `
      $ ls
      credits.yaml
      $ npx starlight-credits init
    `,
    `
      $ npx starlight-credits
    `,
  ),
  'source-unwritable': typed(
    'The first source could not be written into the current folder; the reason is what the file system said.',
    `
      $ cd /proc
      $ npx starlight-credits init
    `,
    `
      $ cd ~/my-project
      $ npx starlight-credits init
    `,
  ),
  'page-exists': typed(
    'A first source would name a single example, and this project has a page full of credits. Looked for are pages called credits, acknowledgments or thanks, in the current folder, in docs, and among the pages of the site.',
    `
      $ ls docs
      credits.md
      $ npx starlight-credits init
    `,
    `
      $ npx starlight-credits import docs/credits.md
    `,
  ),
  'page-unreadable': typed(
    'The page that was to be imported does not exist, is a folder, is not UTF-8, or may not be read.',
    `
      $ npx starlight-credits import credit.md
    `,
    `
      $ npx starlight-credits import credits.md
    `,
  ),
  'page-frontmatter': typed(
    'The lines between the two lines of dashes at the top of a page are YAML: a map of keys. Where they are not, nobody could tell what to keep of them.',
    `
      $ head -3 credits.md
      ---
      title: Notes: Admin
      ---
    `,
    `
      $ head -3 credits.md
      ---
      title: "Notes: Admin"
      ---
    `,
  ),
  'page-mdx': typed(
    'A page that ends in .mdx is MDX, in which a tag that is not closed, a stray brace or an HTML comment is an error; a site would not build with it.',
    `
      $ cat credits.mdx
      Thanks to <b>everybody
    `,
    `
      $ cat credits.mdx
      Thanks to <b>everybody</b>
    `,
  ),
  'page-too-deep': typed(
    'Quotes and lists are nested so deep on the page that it cannot be parsed; hundreds of levels are more likely an accident than meant.',
    `
      $ head -c 20 credits.md
      >>>>>>>>>>>>>>>>>>>>
    `,
    `
      $ head -c 20 credits.md
      > A single quote
    `,
  ),
  'yaml-syntax': yaml(
    'The source is not YAML from here on. What is wrong often stands just before the place that is shown.',
    `
      title: Credits
      Built on the work of others.
    `,
    `
      title: Credits
      intro: Built on the work of others.
    `,
  ),
  'yaml-quote': yaml(
    'A text without quotes cannot start with one of @ ` % & * ! | > [ ] { } , " \' and cannot hold ": " or " #", which mean something in YAML. In quotes it can.',
    `
      title: Credits
      credits:
        - name: Nix: the book
          by: @vic
    `,
    `
      title: Credits
      credits:
        - name: "Nix: the book"
          by: "@vic"
    `,
  ),
  'yaml-unclosed': yaml(
    'A text that starts with a quote ends with the same one, and a list or a map in brackets with the bracket that matches. Here the end was not found.',
    `
      title: "Credits
    `,
    `
      title: "Credits"
    `,
  ),
  'yaml-escape': yaml(
    'In double quotes a backslash starts an escape such as \\n or \\u00e9, and this one does not exist. In single quotes a backslash is a backslash.',
    `
      title: "Who\\What"
    `,
    `
      title: 'Who\\What'
    `,
  ),
  'yaml-tab': yaml(
    'YAML is indented with spaces only.',
    `
      title: Credits
      credits:
      \t- name: Nix
    `,
    `
      title: Credits
      credits:
        - name: Nix
    `,
  ),
  'yaml-indent': yaml(
    'What belongs together starts at the same column; what belongs to a line above is indented deeper.',
    `
      title: Credits
      credits:
        - name: Nix
         url: https://nixos.org
    `,
    `
      title: Credits
      credits:
        - name: Nix
          url: https://nixos.org
    `,
  ),
  'yaml-conflict': yaml(
    'Git could not merge two versions of the source and left both in the file.',
    `
      <<<<<<< HEAD
      title: Credits
      =======
      title: Thanks
      >>>>>>> main
    `,
    `
      title: Credits
    `,
  ),
  'yaml-documents': yaml(
    'A line of three dashes ends a YAML document, and a source is a single one. Two pages are two files.',
    `
      title: Credits
      ---
      title: Thanks
    `,
    `
      title: Credits
    `,
  ),
  'yaml-alias': yaml(
    'A value that starts with * stands for one that was marked with & before. No such mark was found; often the text was meant to start with an asterisk, and wants quotes.',
    `
      title: Credits
      intro: *nix
    `,
    `
      title: Credits
      intro: "*nix"
    `,
  ),
  'yaml-alias-cycle': yaml(
    'An alias stands for the very list or map that it is in, which would never end.',
    `
      title: Credits
      credits: &all
        - name: Nix
          credits: *all
    `,
    `
      title: Credits
      credits:
        - name: Nix
    `,
  ),
  'yaml-alias-bomb': typed(
    'Aliases that stand for lists of aliases multiply. Written out, those of this source would have more than a million values.',
    `
      a: &a [x, x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]   # and so on
    `,
    `
      a: [x, x, x]
    `,
  ),
  'yaml-tag': yaml(
    'A word that starts with ! is a tag in YAML, which says what type a value has. A source needs none.',
    `
      title: !important Credits
    `,
    `
      title: "!important Credits"
    `,
  ),
  'duplicate-key': yaml(
    'A map has each key once. Of two, one would be lost.',
    `
      title: Credits
      title: Thanks
    `,
    `
      title: Credits
    `,
  ),
  'unknown-key': yaml(
    'The key means nothing here. It may be misspelt, or be indented so that it belongs to something else.',
    `
      title: Credits
      credits:
        - name: Nix
          licence: MIT
    `,
    `
      title: Credits
      credits:
        - name: Nix
          license: MIT
    `,
  ),
  'missing-key': yaml(
    'A page needs a title, a credit needs a name, and so on. A key with nothing after it is as good as none.',
    `
      title: Credits
      credits:
        - url: https://nixos.org
    `,
    `
      title: Credits
      credits:
        - name: Nix
          url: https://nixos.org
    `,
  ),
  'page-key': yaml(
    'Some keys are about the page as a whole and stand at the top of the file: output, frontmatter, notice, html, people, markdown and description.',
    `
      title: Credits
      sections:
        - title: Frameworks
          html: true
    `,
    `
      title: Credits
      html: true
      sections:
        - title: Frameworks
    `,
  ),
  'nested-credits': yaml(
    'A credit may have a nested list of credits, and those have none.',
    `
      title: Credits
      credits:
        - name: unified
          credits:
            - name: remark
              credits:
                - name: remark-gfm
    `,
    `
      title: Credits
      credits:
        - name: unified
          credits:
            - name: remark
            - name: remark-gfm
    `,
  ),
  'frontmatter-key': yaml(
    'The title and the description of a page stand at the top of the source. They are written into the front matter from there.',
    `
      title: Credits
      frontmatter:
        description: Who we build on
    `,
    `
      title: Credits
      description: Who we build on
    `,
  ),
  'wrong-type': yaml(
    'A text stands where a list should be, a list where a text should be, or the like. In "frontmatter" a value is what the reader of the page takes it for: "1" in quotes is a text, without them a number.',
    `
      title: Credits
      frontmatter:
        sidebar:
          order: "1"
    `,
    `
      title: Credits
      frontmatter:
        sidebar:
          order: 1
    `,
  ),
  'unknown-value': yaml(
    'Only a few words are possible here.',
    `
      title: Credits
      frontmatter:
        template: spash
    `,
    `
      title: Credits
      frontmatter:
        template: splash
    `,
  ),
  'bad-value': yaml(
    'The value is of the right kind, but it says nothing, or it cannot go together with another one.',
    `
      title: Credits
      output:
        path: CREDITS.md
        frontmatter: false
        title: frontmatter
    `,
    `
      title: Credits
      output:
        path: CREDITS.md
        frontmatter: false
        title: heading
    `,
  ),
  'text-empty': yaml(
    'The text is empty, or holds only characters that show nothing, such as spaces and zero-width ones.',
    `
      title: Credits
      credits:
        - name: ""
    `,
    `
      title: Credits
      credits:
        - name: Nix
    `,
  ),
  'text-control': yaml(
    'No page can show control characters or halves of surrogate pairs, and characters that change the direction of the text around them make a page show something else than the source says.',
    `
      title: "Credits\\u202e"
    `,
    `
      title: Credits
    `,
  ),
  'text-invisible': yaml(
    'A zero-width space or a soft hyphen often comes along when text is copied from a web page. It makes a name that looks the same be another one.',
    `
      title: "Cre\\u200bdits"
    `,
    `
      title: Credits
    `,
  ),
  'text-mojibake': yaml(
    'UTF-8 that is read as Windows-1252 or as Mac Roman turns é into Ã© or √©.',
    `
      title: Credits
      intro: Thanks to Ga√©tan.
    `,
    `
      title: Credits
      intro: Thanks to Gaétan.
    `,
  ),
  'text-nfc': yaml(
    'An accented letter is one character, or a letter and an accent after it. Both look the same, if the font is good, but they are not equal.',
    `
      title: "Cre\\u0301dits"
    `,
    `
      title: "Cr\\u00e9dits"
    `,
  ),
  'url-no-scheme': yaml(
    'Without https: a URL is a path on the site that the page is a part of, and this one looks like another site.',
    `
      title: Credits
      credits:
        - name: Nix
          url: nixos.org/download
    `,
    `
      title: Credits
      credits:
        - name: Nix
          url: https://nixos.org/download
    `,
  ),
  'url-scheme': yaml(
    'A page links to the web and to mail addresses, or to its own site. A link of any other scheme could run code or open another program.',
    `
      title: Credits
      credits:
        - name: flake-parts
          url: javascript:alert(1)
    `,
    `
      title: Credits
      credits:
        - name: flake-parts
          url: https://flake.parts
    `,
  ),
  'heading-depth': yaml(
    'The sections of a page have headings of level 2, theirs of level 3, and so on to 6, where HTML ends. A section without a title has no heading and does not count.',
    `
      title: Credits
      sections:
        - title: Two
          sections:
            - title: Three
              sections:
                - title: Four
                  sections:
                    - title: Five
                      sections:
                        - title: Six
                          sections:
                            - title: Seven
    `,
    `
      title: Credits
      sections:
        - title: Two
          sections:
            - title: Three
              sections:
                - title: Four
                  sections:
                    - title: Five
                      sections:
                        - title: Six
                        - title: Seven
    `,
  ),
  'heading-no-id': yaml(
    'Starlight makes the id of a heading from its letters and digits. Without an id there is no link to the heading, not from the table of contents either.',
    `
      title: Credits
      sections:
        - title: "***"
    `,
    `
      title: Credits
      sections:
        - title: "*** Stars ***"
    `,
  ),
  'person-near-id': yaml(
    'A text that is no id of "people" is a name. This one is so close to an id that it may be a slip.',
    `
      title: Credits
      people:
        roberth: Robert Hensing (@roberth)
      credits:
        - name: flake-parts
          by: roberht
    `,
    `
      title: Credits
      people:
        roberth: Robert Hensing (@roberth)
      credits:
        - name: flake-parts
          by: roberth
    `,
  ),
  'markdown-html': yaml(
    'Raw HTML in Markdown reaches the page as it is, so it has to be allowed first. Often a < was meant as text: then a backslash before it keeps it so.',
    `
      title: Credits
      intro: Made with <b>love</b>.
    `,
    `
      title: Credits
      intro: Made with **love**.
    `,
  ),
  'markdown-block': yaml(
    'The description of a credit, and a credit that is a text, are a single paragraph of Markdown. This one starts like a list, a heading or the like.',
    `
      title: Credits
      credits:
        - name: Nix
          description: "# 1 in our hearts"
    `,
    `
      title: Credits
      credits:
        - name: Nix
          description: '\\# 1 in our hearts'
    `,
  ),
  'markdown-definition': yaml(
    'A definition shows nothing by itself, and no other text can refer to it.',
    `
      title: Credits
      credits:
        - "[nix]: https://nixos.org"
    `,
    `
      title: Credits
      credits:
        - "[nix](https://nixos.org)"
    `,
  ),
  'markdown-too-long': typed(
    'The time that Markdown parsers take for a paragraph grows faster than the paragraph. Nobody writes one of this size; something else may have got into the field. Marks are characters such as * and [; text without them may be as long as you like.',
    `
      intro: "[a](b) [a](b) [a](b) …"   # thousands of them
    `,
    `
      credits:
        - "[a](b)"
        - "[a](b)"
    `,
  ),
  'mdx-syntax': yaml(
    'With "html: true" the Markdown of a page that ends in .mdx is MDX, where tags must be closed and braces hold JavaScript.',
    `
      title: Credits
      output: credits.mdx
      html: true
      intro: Made with <b>love.
    `,
    `
      title: Credits
      output: credits.mdx
      html: true
      intro: Made with <b>love</b>.
    `,
  ),
  'layout-cards': yaml(
    'The layout "cards" is made of components of Starlight, which are JSX. A page that ends in .mdx can hold them, and one that ends in .md cannot.',
    `
      title: Credits
      output: credits.md
      style: { layout: cards }
      credits:
        - name: Nix
          url: https://nixos.org
    `,
    `
      title: Credits
      output: credits.mdx
      style: { layout: cards }
      credits:
        - name: Nix
          url: https://nixos.org
    `,
  ),
  'card-links': yaml(
    'A credit with a "url" becomes a card that is one link as a whole. It shows the text of the links that people and descriptions have, but leads nowhere else, and the "links" of the credit are left out.',
    `
      title: Credits
      output: credits.mdx
      style: { layout: cards }
      credits:
        - name: Nix
          url: https://nixos.org
          links:
            - { label: source, url: https://github.com/NixOS/nix }
    `,
    `
      title: Credits
      output: credits.mdx
      style: { layout: cards }
      credits:
        - name: Nix
          links:
            - { label: home, url: https://nixos.org }
            - { label: source, url: https://github.com/NixOS/nix }
    `,
  ),
  'card-content': yaml(
    'A credit with a "url" becomes a card that is one link as a whole, whose text may be emphasized, strong, deleted or code, but not more than that.',
    `
      title: Credits
      output: credits.mdx
      style: { layout: cards }
      credits:
        - name: Nix
          url: https://nixos.org
          description: "![stars](https://img.shields.io/github/stars/NixOS/nix)"
    `,
    `
      title: Credits
      output: credits.mdx
      style: { layout: cards }
      credits:
        - name: Nix
          url: https://nixos.org
          description: Reproducible builds
    `,
  ),
  'table-cell': yaml(
    'A cell of a table is one line and ends at the next |. In text that is escaped for you, but code in which a backslash stands before a |, tags and expressions have no way to say it.',
    `
      title: Credits
      style: { layout: table }
      credits:
        - name: grep
          description: 'Finds \`a\\|b\`'
    `,
    `
      title: Credits
      style: { layout: table }
      credits:
        - name: grep
          description: 'Finds \`a|b\`'
    `,
  ),
  'output-extension': yaml(
    'A page is Markdown, and its name ends in .md, or MDX, and its name ends in .mdx.',
    `
      title: Credits
      output: docs/credits
    `,
    `
      title: Credits
      output: docs/credits.md
    `,
  ),
  'output-outside': yaml(
    'The output of a source stays inside of its repository: the nearest folder above it with a .git, or else the folder of the source.',
    `
      title: Credits
      output: ../../../../../../../../../../../../credits.md
    `,
    `
      title: Credits
      output: docs/credits.md
    `,
  ),
  'output-source': typed(
    'The page would replace the source that it is made from.',
    `
      $ npx starlight-credits credits.md   # which says "output: credits.md"
    `,
    `
      $ mv credits.md credits.yaml
      $ npx starlight-credits
    `,
  ),
  'output-twice': typed(
    'Two sources of one run, or two views of one source, would write the same page, and the second would replace the first. Different regions of one file are fine.',
    `
      $ npx starlight-credits one.yaml two.yaml   # both without an "output"
    `,
    `
      $ npx starlight-credits one.yaml -o one.md
      $ npx starlight-credits two.yaml -o two.md
    `,
  ),
  'view-section': yaml(
    'The "sections" of a view are titles of sections of the page, at any level, written as they are there. The view shows these sections alone.',
    `
      title: Credits
      output:
        path: CREDITS.md
        sections: [Framework]
      sections:
        - title: Frameworks
          credits: [Astro]
    `,
    `
      title: Credits
      output:
        path: CREDITS.md
        sections: [Frameworks]
      sections:
        - title: Frameworks
          credits: [Astro]
    `,
  ),
  'region-host': typed(
    'A region is a part of a file that belongs to somebody else, so the file has to be there, and to be text in UTF-8. Only its owner knows what else is to be in it.',
    `
      $ grep output credits.yaml
      output: { path: README.md, region: credits }
      $ ls README.md
      ls: cannot access 'README.md': No such file or directory
    `,
    `
      $ printf '# Us\\n\\n<!-- credits:start -->\\n<!-- credits:end -->\\n' > README.md
      $ npx starlight-credits
    `,
  ),
  'region-missing': typed(
    'The file has no comments that say where the region is. In an .mdx file they are written {/* credits:start */} and {/* credits:end */}. Comments in code, in front matter, in a list, in a quote or in another comment do not count, and neither do those that share their line with something else.',
    `
      $ grep output credits.yaml
      output: { path: README.md, region: credits }
      $ grep credits: README.md
    `,
    `
      $ printf '\\n<!-- credits:start -->\\n<!-- credits:end -->\\n' >> README.md
      $ npx starlight-credits
    `,
  ),
  'region-markers': typed(
    'The two comments of a region do not make a pair: one is missing or there twice, they are in the wrong order or in different elements, or there is a comment of another region between them.',
    `
      $ grep -n credits: README.md
      7:<!-- credits:end -->
      9:<!-- credits:start -->
    `,
    `
      $ grep -n credits: README.md
      7:<!-- credits:start -->
      9:<!-- credits:end -->
    `,
  ),
  'region-content': typed(
    'Some pages would hide the end of their region: raw HTML with a comment that is not closed or with what looks like a marker; a list, where the end marker is indented so that it belongs to the last item; an aside within an aside. The region would not be found again, so nothing is written.',
    `
      $ grep -A 1 html credits.yaml
      html: true
      intro: "Thanks <!-- to all"
    `,
    `
      $ grep -A 1 html credits.yaml
      html: true
      intro: "Thanks <!-- to all -->"
    `,
  ),
  'output-unwritable': typed(
    'The page could not be read or written; the reason is what the file system said. The file is as it was.',
    `
      $ npx starlight-credits -o /proc/credits.md
    `,
    `
      $ npx starlight-credits -o docs/credits.md
    `,
  ),
  'out-of-date': typed(
    'The page is not what its source says: one of the two was changed, and the page was not written anew.',
    `
      $ npx starlight-credits --check
    `,
    `
      $ npx starlight-credits
      $ npx starlight-credits --check
    `,
  ),
};
