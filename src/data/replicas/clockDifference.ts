/** A look at a server's clock. */
export interface ClockLook {
  /** What it showed, in milliseconds since 1970. */
  readonly clock: number;
  /** When it was asked and when the answer was there, in milliseconds of this process's own clock (performance.now). */
  readonly sent: number;
  readonly received: number;
}

/**
 * How far one clock is ahead of another, in milliseconds: at the least, since nobody knows how long each answer was on its way
 * (Cristian's algorithm: an answer's time is the middle of the question's, give or take half of it).
 * @returns less than zero when it is behind; 0 when they may well agree
 */
export function clockDifference(one: ClockLook, other: ClockLook): number {
  const middle = ({ sent, received }: ClockLook): number => (sent + received) / 2;
  const doubt = ({ sent, received }: ClockLook): number => (received - sent) / 2;
  const difference = one.clock - other.clock - (middle(one) - middle(other));
  return Math.sign(difference) * Math.max(0, Math.abs(difference) - doubt(one) - doubt(other));
}
