import { WITH_PLAIN } from '../exports/plain.test-helper.ts'
import { serve } from './serve.ts'

serve(WITH_PLAIN)
