using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>Caliendo and Parro (2015), Review of Economic Studies 82:1: what NAFTA's cuts of tariffs did, Tables 2 and 3 and the figures of section 4.</summary>
public sealed class PublishedEquilibriumTests
{
    private static readonly (string Name, int At)[] Members =
    [
        ("CAN", CaliendoParroData.Nafta.Canada),
        ("MEX", CaliendoParroData.Nafta.Mexico),
        ("USA", CaliendoParroData.Nafta.Usa),
    ];

    /// <summary>Printed: total −0.06, 1.31, 0.08; terms of trade −0.11, −0.41, 0.04; volume 0.04, 1.72, 0.04; real wage 0.32, 1.72, 0.11; imports from
    /// members 11.11, 118.28, 40.52 (per cent). Further digits and the exact real income were computed independently from the same data.</summary>
    [SkippableFact]
    public void Nafta_without_deficits()
    {
        var (before, after) = Nafta(b => MultiSectorShock.ZeroDeficits(b));
        var first = after.FirstOrder();
        Members.Select(m => 100 * first.TermsOfTrade[m.At]).ShouldBe([-0.1081, -0.4118, 0.0435], 6e-5);
        Members.Select(m => 100 * first.VolumeOfTrade[m.At]).ShouldBe([0.0443, 1.7239, 0.0412], 6e-5);
        Members.Select(m => 100 * first.Total(m.At)).ShouldBe([-0.0638, 1.3121, 0.0848], 6e-5);
        Members.Select(m => 100 * (after.RealWages()[m.At] - 1)).ShouldBe([0.3228, 1.7153, 0.1124], 6e-5);
        var (old, now) = (before.Flows(), after.AsBase().Flows());
        Members
            .Select(m => 100 * ((CaliendoParroData.FromMembers(now, m.At) / CaliendoParroData.FromMembers(old, m.At)) - 1))
            .ShouldBe([11.11, 118.28, 40.52], 6e-3);
        Members.Select(m => 100 * (after.RealIncomes()[m.At] - 1)).ShouldBe([-0.1101, 0.0073, 0.0742], 6e-5);
    }

    /// <summary>With the deficits of 1993 held: total −0.0405, 1.1743, 0.0850.</summary>
    [SkippableFact]
    public void Nafta_with_deficits()
    {
        var (_, after) = Nafta(_ => MultiSectorShock.None);
        var first = after.FirstOrder();
        Members.Select(m => 100 * first.Total(m.At)).ShouldBe([-0.0405, 1.1743, 0.0850], 6e-5);
    }

    private static (MultiSectorBase Before, MultiSectorEquilibrium After) Nafta(Func<MultiSectorBase, MultiSectorShock> first)
    {
        var data = CaliendoParroData.Accounts1993().ToBase();
        var start = new MultiSectorSolver(data).Solve(first(data));
        start.Certificate.Stopped.ShouldBe(StopReason.Converged);
        var before = start.Equilibrium!.AsBase();
        var after = new MultiSectorSolver(before).Solve(new() { Tariffs = CaliendoParroData.NaftaTariffs(before) });
        after.Certificate.Residual.ShouldBeLessThan(1e-10);
        after.Certificate.Walras.ShouldBeLessThan(1e-9);
        return (before, after.Equilibrium!);
    }
}
