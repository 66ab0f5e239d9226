package org.sitrep.event;

/**
 * A claim with what reconciliation made of it.
 *
 * @param articleId the article that tells it
 * @param claim the claim
 * @param status {@code counted}, {@code bound} (a side about its enemy: raises high only), {@code
 *     total}, {@code part}, {@code superseded} (the same claimant has a newer or higher figure),
 *     {@code repeated}, {@code elsewhere}, {@code history} or {@code cumulative}
 * @param reason why, in words
 */
public record ReconciledClaim(String articleId, Claim claim, String status, String reason) {}
