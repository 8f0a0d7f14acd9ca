import type { DossierBridge } from '../shared/api/bridge.ts'

declare global {
  interface Window {
    dossier: DossierBridge
  }
}
