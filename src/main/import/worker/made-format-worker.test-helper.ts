import { parentPort } from 'node:worker_threads'
import { WITH_MADE } from '../reading/made-format.test-helper.ts'
import { serve } from './serve.ts'

// Entry of a thread that knows a made-up format too.
if (parentPort) serve(parentPort, WITH_MADE)
