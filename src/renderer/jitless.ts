import { config } from 'zod'

// The page's content security policy forbids code made from strings; without this zod probes for it on every start.
config({ jitless: true })
