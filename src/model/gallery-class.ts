/** The class of a gallery, which the style sheet uses. */
export const GALLERY_CLASS = 'credits-gallery';
