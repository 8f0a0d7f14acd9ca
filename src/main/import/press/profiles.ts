import type { PressProfile } from './profile.ts'
import { europresse } from './profiles/europresse.ts'
import { factiva } from './profiles/factiva.ts'
import { gale } from './profiles/gale.ts'
import { genios } from './profiles/genios/genios.ts'
import { lexisNexis, nexis } from './profiles/nexis/nexis.ts'
import { proquest } from './profiles/proquest.ts'

/** The press databases whose exports are known, in the order in which they are tried. */
export const PRESS_PROFILES: readonly PressProfile[] = [factiva, proquest, europresse, gale, lexisNexis, nexis, genios]
