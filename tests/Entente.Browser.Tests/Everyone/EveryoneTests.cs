namespace Entente.Browser.Tests.Everyone;

/// <summary>Every view and every part of one can be used by everyone: axe-core finds nothing, and nothing is wider than the window.</summary>
[Collection(InChromium.Name)]
public sealed class EveryoneTests(Chromium chromium)
{
    public static TheoryData<string> Views => [.. Parts.Views.Select(v => $"/{v}"), "/nowhere"];

    public static TheoryData<string, int, bool> EveryPart
    {
        get
        {
            var all = new TheoryData<string, int, bool>();
            foreach (var part in Parts.All)
            foreach (var (width, dark) in part.Looks)
                all.Add(part.Address, width, dark);
            return all;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public Task Every_view_can_be_used_by_everyone_on_a_telephone_and_a_desk_by_day_and_by_night(string view) =>
        chromium.Visit(async visit =>
        {
            await visit.Go(view);
            await visit.Everywhere(async () =>
            {
                await visit.NoViolations();
                await visit.NoSidewaysScroll();
            });
        });

    [SkippableTheory]
    [MemberData(nameof(EveryPart))]
    public Task Every_part_can_be_used_by_everyone(string address, int width, bool dark)
    {
        var part = Parts.All.Single(p => p.Address == address);
        return chromium.Visit(
            async visit =>
            {
                await part.Go(visit);
                await visit.NoViolations();
                await visit.NoSidewaysScroll();
            },
            new()
            {
                Width = width,
                Dark = dark,
                Prepare = part.Prepare,
                // A first profile loads the catalogue and the record, and results take as long as the model takes.
                Patience = 60_000,
            }
        );
    }

    /// <summary>Whoever adds a view or a tab says here where it is looked at.</summary>
    [Fact]
    public void No_view_and_no_tab_is_forgotten()
    {
        Parts.Views.ShouldContain("pair");
        Parts.Tabs("record").ShouldContain("coverage");
        foreach (var view in Parts.Views)
        {
            var parts = Parts.All.Where(p => p.View == view).ToList();
            var looks = parts.SelectMany(p => p.Looks).ToList();
            looks.ShouldContain(l => l.Width == VisitOptions.Telephone, $"{view}: on a telephone");
            looks.ShouldContain(l => l.Width == VisitOptions.Desk, $"{view}: on a desk");
            looks.ShouldContain(l => l.Dark, $"{view}: by night");
            foreach (var tab in Parts.Tabs(view))
                parts.SelectMany(p => p.Steps).ShouldContain(s => s == tab || s == $"tab={tab}", $"{view}: the tab {tab}");
        }
        Parts.All.Select(p => p.View).ShouldBeSubsetOf(Parts.Views);
        Parts.All.Select(p => p.Address).ShouldBeUnique();
    }
}
