import { reportUrl } from '../diagnostics/report-url.ts';
import { valueOfKey } from '../source/nodes.ts';
import { isRelativePath } from '../text/is-relative-path.ts';
import type { Image } from '../types.ts';
import { optional } from './field.ts';
import { ifThen } from './if-then.ts';
import { refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { map } from './shapes/map.ts';
import { readVisibleText, textOrEmpty, textSchema } from './text-shape.ts';
import { unsuggestedKey } from './unsuggested.ts';
import { otherSchemes } from './url-shape.ts';
import { wrongType } from './wrong-type.ts';

/** The schemes that the URL of a picture may have. */
const IMAGE_SCHEMES = ['http:', 'https:'];

/** A path relative to the source, or a URL, as written. Whether the file exists is checked elsewhere. */
const imageSource: Shape<string> = {
  noun: 'a path or a URL',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'a path or a URL', scope);
    const text = readVisibleText(node, scope)?.trim();
    if (text === undefined) return;
    if (text.includes('\\')) {
      scope.report('image-backslash', node, { path: text });
      return;
    }
    if (isRelativePath(text)) return text;
    if (/^mailto:/i.test(text)) {
      scope.report('bad-value', node, {
        message: `"${text}" is an email address, not a picture`,
        help: 'write the path or the URL of a picture',
      });
      return;
    }
    reportUrl(text, () => node, scope.report);
    return text;
  },
  schema: (definitions) =>
    textSchema(definitions, {
      name: 'imageString',
      never: `[^\\\\]*\\\\|${otherSchemes(IMAGE_SCHEMES)}`,
      message: 'A path with "/" relative to the source, or a URL: http: or https:.',
    }),
};

const imageFields = {
  src: optional(imageSource, 'The path, relative to the source, or the URL.', {
    alias: ['path', 'url', 'href', 'file', 'source', 'image'],
  }),
  light: optional(imageSource, 'The picture on a light background.'),
  dark: optional(imageSource, 'The picture on a dark background.'),
  alt: optional(textOrEmpty, 'The text in place of the picture. The name is beside it.', {
    alias: ['alttext', 'text', 'title', 'label', 'description', 'caption'],
  }),
};

const NOT_BESIDE_LIGHT = unsuggestedKey({
  type: 'null',
  errorMessage: 'Not allowed beside "light" and "dark".',
});

const imageMap: Shape<Image> = refine(map('an image', imageFields), {
  read(node, scope, read) {
    let isSound = true;
    const image = read(node, {
      ...scope,
      report(...args) {
        isSound = false;
        scope.report(...args);
      },
    });
    if (!image) return;
    const { src, light, dark } = image;
    if (src !== undefined && (light ?? dark) !== undefined) {
      scope.report('bad-value', valueOfKey(node, 'src'), {
        message: '"src" cannot be combined with "light" and "dark"',
        help: 'remove "src", or "light" and "dark"',
      });
      return;
    }
    if (src !== undefined || (light !== undefined && dark !== undefined)) return image as Image;
    // Another error may be the reason.
    if (!isSound) return;
    const key = light !== undefined ? 'dark' : dark !== undefined ? 'light' : 'src';
    scope.report('missing-key', node, { key, noun: 'an image' });
    return;
  },
  schema: (schema) => ({
    ...schema,
    ...ifThen(
      { anyOf: [{ required: ['light'] }, { required: ['dark'] }] },
      { required: ['light', 'dark'], properties: { src: NOT_BESIDE_LIGHT } },
      { required: ['src'] },
    ),
  }),
});

const imageString: Shape<Image> = refine(imageSource, {
  read(node, scope, read) {
    const src = read(node, scope);
    if (src === undefined) return;
    const image: Image = { src };
    scope.nodes.set(image, node);
    return image;
  },
});

/** A picture of a credit or of a person. */
export const creditImage: Shape<Image> = refine(
  byKind('a path, a URL, or a map with "src"', { scalar: imageString, map: imageMap }),
  {
    read(node, scope, read) {
      const image = read(node, scope);
      if (image) scope.images.push(image);
      return image;
    },
  },
);

/** Wrong names of the key of a picture. */
export const IMAGE_ALIASES = [
  ...['picture', 'photo', 'avatar', 'avatarurl', 'logo', 'icon', 'img', 'imageurl', 'face', 'src'],
];
