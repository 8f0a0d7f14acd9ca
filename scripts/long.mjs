/** Whether loops of tests run whole (`npm run test:long`), or in a short form that still meets each of their kinds. */
export const LONG = process.env['DOSSIER_TEST_LONG'] === '1'

/** How often a loop of random cases runs. */
export function times(short, whole) {
  return LONG ? whole : short
}

/** How far a loop over all places where something can fail goes at a time: `step` in the short form. */
export function everyNth(step) {
  return LONG ? 1 : step
}
