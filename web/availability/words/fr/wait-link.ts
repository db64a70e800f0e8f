export const waitLink = 'Prévenez-moi si une place se libère'
