import type { Tlp } from '../source/source.ts'

/** What each TLP 2.0 label allows, after the standard's own short definitions (FIRST, 2022). */
export const TLP_MEANINGS: Record<Tlp, string> = {
  'TLP:RED': 'For the eyes and ears of individual recipients only, no further disclosure.',
  'TLP:AMBER':
    'Limited disclosure: recipients may share it on a need-to-know basis within their organisation and its clients.',
  'TLP:AMBER+STRICT':
    'Limited disclosure: recipients may share it on a need-to-know basis within their organisation only.',
  'TLP:GREEN': 'Limited disclosure: recipients may share it within their community.',
  'TLP:CLEAR': 'Disclosure is not limited.'
}
