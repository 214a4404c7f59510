/** Why a command did nothing: whole sentences that say what to do. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}
