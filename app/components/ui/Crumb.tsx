import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

/** The way up: one link back to where this page belongs. */
export const Crumb = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="crumb">
    <a href={href}>
      <Icon shape="prev" flip />
      <span>{children}</span>
    </a>
  </p>
);
