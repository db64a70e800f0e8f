import { api } from './api-client.ts'

export const signOut = async (): Promise<void> => {
  const answer = await api.closeSession()
  if (answer.ok) location.assign('/')
}
