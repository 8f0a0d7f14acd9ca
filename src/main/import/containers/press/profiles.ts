import type { PressProfile } from './profile.ts'
import { factiva } from './profiles/factiva.ts'
import { lexisNexis, nexis } from './profiles/nexis/nexis.ts'

/** The press databases whose exports are known, in the order in which they are tried. */
export const PRESS_PROFILES: readonly PressProfile[] = [factiva, lexisNexis, nexis]
