/** Whether this can stand as the reason for what an office publishes: words, and no more than anybody reads. */
export const isReason = (why: string): boolean => why !== '' && why.length <= 2000;
