import type { Pathway } from '../documents/index.ts';

/** Whether nobody may begin under it for now, though it is in effect. */
export const isShut = ({ status }: Pick<Pathway, 'status'>): boolean => status === 'closed' || status === 'suspended';
