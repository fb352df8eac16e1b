/** An edit that the text does not allow. The message says why. */
export class YamlEditError extends Error {
  override readonly name = 'YamlEditError';
}
