/**
 * A comment, which is skipped, or an open tag, as CommonMark defines it.
 *
 * @see https://spec.commonmark.org/0.31.2/#raw-html
 */
const TAG =
  /<!--.*?(?:-->|$)|<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/gis;

/** An attribute with a URL, or with several. Other values are skipped, as they may look like one. */
const ATTRIBUTE =
  /(\s(?:(href|src|poster|cite)|(srcset)|[a-z_:][\w.:-]*)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/**
 * A URL in a `srcset`, with what is around it.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
const CANDIDATE = /([\s,]*)(\S+?)((?<!,),+(?=\s|$)|\s[^,]*(?:,|$)|$)/g;

/** Replaces the URLs of links and images in HTML. */
export function replaceHtmlUrls(html: string, replace: (url: string) => string): string {
  return html.replace(TAG, (tag) =>
    tag.startsWith('<!--')
      ? tag
      : tag.replace(ATTRIBUTE, (attribute, start: string, single, several, ...values) => {
          const value: string = values[0] ?? values[1] ?? values[2];
          if (single === undefined && several === undefined) return attribute;
          const replaced = single
            ? value.replace(/\S+/, replace)
            : value.replace(
                CANDIDATE,
                (_, before: string, url: string, after: string) => before + replace(url) + after,
              );
          const quote = attribute.at(start.length);
          return quote === '"' || quote === "'"
            ? `${start}${quote}${replaced}${quote}`
            : start + replaced;
        }),
  );
}
