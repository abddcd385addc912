import type { ReactNode } from 'react';
import { Icon, type Shape } from './icons.tsx';

/** A shape, a word and a colour, in that order of trust. */
export const Mark = ({ shape, tone = shape, children }: { shape: Shape; tone?: string; children: ReactNode }) => (
  <span className={`mark ${tone}`}>
    <Icon shape={shape} />
    <span>{children}</span>
  </span>
);
