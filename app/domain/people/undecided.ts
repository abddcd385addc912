/** Days after which what one officer handed over is closed, if no other decided on it. */
export const UNDECIDED_DAYS = 30;

/** When something handed over at that moment is closed. */
export const closesAt = (handedOver: Date): Date => new Date(handedOver.getTime() + UNDECIDED_DAYS * 86_400_000);
