export const wishLink = 'Prévenez-moi si une place se libère'
