/** Who began: a worker who is interested in a vacancy, or an employer who approaches a worker about it. */
export const BEGINNERS = ['worker', 'employer'] as const;
export type Beginner = (typeof BEGINNERS)[number];

/** `waiting`: the other side owes an answer; `withdrawn`: by the worker, who may at any time. */
export const CONTACT_STATUSES = ['waiting', 'accepted', 'declined', 'withdrawn'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

export type ContactState = { begunBy: Beginner; status: ContactStatus };

/** Whose turn it is; undefined where nobody's. */
export const turnOf = ({ begunBy, status }: ContactState): Beginner | undefined => {
  if (status !== 'waiting') return undefined;
  return begunBy === 'worker' ? 'employer' : 'worker';
};

/** Whether the employer is shown the profile: the worker's who is interested until one side ends it, the approached one's who accepted. */
export const showsProfile = ({ begunBy, status }: ContactState): boolean =>
  status === 'accepted' || (status === 'waiting' && begunBy === 'worker');
