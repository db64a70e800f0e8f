export { problemFor } from '../../shared/contracts/problem.ts'
