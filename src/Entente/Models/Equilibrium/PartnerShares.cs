namespace Entente.Models.Equilibrium;

/// <summary>What part of a region's trade, exports and imports together, each partner has.</summary>
public static class PartnerShares
{
    /// <summary>Shares kept of a draw, at most: regions asked for times partners.</summary>
    internal const int MostKept = 4096;

    /// <param name="flows">Trade between regions, [importer·N + exporter].</param>
    /// <param name="regions">N.</param>
    /// <param name="region">Whose partners.</param>
    /// <returns>By partner; 0 for the region itself, and for all where it trades with nobody.</returns>
    public static double[] Of(double[] flows, int regions, int region)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var shares = new double[regions];
        var sum = 0.0;
        for (var other = 0; other < regions; other++)
            if (other != region)
                sum += shares[other] = flows[(region * regions) + other] + flows[(other * regions) + region];
        for (var other = 0; other < regions && sum > 0; other++)
            shares[other] /= sum;
        return shares;
    }

    /// <summary>Of several regions, one after the other.</summary>
    internal static double[] Of(double[] flows, int regions, int[] told) => [.. told.SelectMany(r => Of(flows, regions, r))];
}
