/** Fourteen shapes, each with a meaning; look/README.md forbids any as decoration. */
const SHAPES = {
  open: '<circle cx="8" cy="8" r="7"/>',
  half: '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.8a5.2 5.2 0 0 1 0 10.4z"/>',
  shut: '<path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.800"/>',
  met: '<path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0m4.200 5.600-5 6.300-3.600-3.300 1.300-1.500 2.100 1.900 3.700-4.700z"/>',
  unmet:
    '<path d="M0 0h16v16H0zm4.200 2.800L2.800 4.200 6.600 8l-3.800 3.800 1.400 1.400L8 9.400l3.800 3.800 1.400-1.400L9.400 8l3.800-3.800-1.400-1.400L8 6.600z" fill-rule="evenodd"/>',
  unknown:
    '<path d="M8 .8 15.2 8 8 15.2.8 8z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6.100 6.300c0-1.100.8-1.800 1.900-1.800s1.900.7 1.900 1.700c0 1.400-1.900 1.500-1.900 3" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M7.200 10.300h1.600V12H7.200z"/>',
  due: '<path d="M8 0l8 8-8 8-8-8z"/>',
  official: '<path d="M0 0h16v16H0z"/>',
  secondary: '<path d="M0 0h16v16H0zM8 2v12h6V2z" fill-rule="evenodd"/>',
  'general-knowledge': '<path d="M0 0h16v16H0zM2.200 2.200v11.600h11.600V2.200z" fill-rule="evenodd"/>',
  out: '<path d="M0 6.800h10.500L7 3.300l1.700-1.700L15 8l-6.300 6.400L7 12.700l3.500-3.500H0z"/>',
  home: '<path d="M16 6.800H5.500L9 3.300 7.300 1.600 1 8l6.300 6.400L9 12.700 5.500 9.200H16z"/>',
  prev: '<path d="M10.500 1 12 2.500 6.500 8l5.500 5.500-1.500 1.500L3.500 8z"/>',
  x: '<path d="M2.800 1.400 8 6.600l5.200-5.200 1.400 1.400L9.400 8l5.200 5.200-1.400 1.400L8 9.400l-5.200 5.200-1.400-1.400L6.600 8 1.400 2.800z"/>',
} as const;

export type Shape = keyof typeof SHAPES;

const symbols = Object.entries(SHAPES).map(([id, body]) => `<symbol id="i-${id}" viewBox="0 0 16 16">${body}</symbol>`);
const hatch =
  '<pattern id="hx" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-bg" width="7" height="7"/><path class="hatch" d="M0 0V7"/></pattern>';
const definitions = { __html: `<defs>${symbols.join('')}${hatch}</defs>` };

/** Once a page: what the icons point at. */
export const IconSheet = () => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this module
  <svg width="0" height="0" className="sheet" aria-hidden="true" dangerouslySetInnerHTML={definitions} />
);

/** A shape beside its word, of its size even before the style sheet is there; `flip` for arrows that follow the writing. */
export const Icon = ({ shape, flip, className }: { shape: Shape; flip?: boolean; className?: string }) => (
  <svg className={['i', flip && 'flip', className].filter(Boolean).join(' ')} width="16" height="16" aria-hidden="true">
    <use href={`#i-${shape}`} />
  </svg>
);
