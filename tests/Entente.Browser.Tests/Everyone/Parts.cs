using System.Text.RegularExpressions;
using Entente.Browser.Tests.Forecasts;
using Entente.Browser.Tests.Pairs;
using Entente.Browser.Tests.Read;
using Entente.Browser.Tests.Whatif;

namespace Entente.Browser.Tests.Everyone;

/// <summary>A place of the page, and how it is looked at.</summary>
/// <param name="Address">Where it is. A text is named by its file.</param>
/// <param name="Looks">On which widths, by day or by night.</param>
internal sealed record Part(string Address, params (int Width, bool Dark)[] Looks)
{
    /// <summary>The view that it is a part of.</summary>
    public string View => Steps[1];

    /// <summary>What the address is made of: `pair`, `CHN`, `RUS`, `tab=events`.</summary>
    public IReadOnlyList<string> Steps => Address.Split('/', '?', '&');

    /// <summary>Goes there, and waits until it is all there.</summary>
    public Func<Visit, Task>? Open { get; init; }

    /// <summary>Waits for what comes after the view stands.</summary>
    public Func<Visit, Task>? Ready { get; init; }

    /// <summary>What the reader has before.</summary>
    public Action<Office> Prepare { get; init; } = VisitOptions.Samples;

    public async Task Go(Visit visit)
    {
        await (Open?.Invoke(visit) ?? visit.Go(Address));
        await (Ready?.Invoke(visit) ?? Task.CompletedTask);
    }
}

/// <summary>The parts of every view that are looked at for everyone. A view, or a tab of one, that is missing here fails a test.</summary>
internal static partial class Parts
{
    private static readonly (int, bool) Desk = (VisitOptions.Desk, false);
    private static readonly (int, bool) DeskAtNight = (VisitOptions.Desk, true);
    private static readonly (int, bool) Telephone = (VisitOptions.Telephone, false);
    private static readonly (int, bool) TelephoneAtNight = (VisitOptions.Telephone, true);

    private const string Article = "/read/article.md";

    public static IReadOnlyList<Part> All { get; } =
    [
        new(Article, Desk, DeskAtNight, Telephone, TelephoneAtNight) { Open = visit => ReadTests.Open(visit, "article.md") },
        new($"{Article}?claim=", Desk, DeskAtNight, Telephone, TelephoneAtNight) { Open = ReadTests.OpenClaim },
        new("/shelf", Desk, TelephoneAtNight) { Ready = Checked },
        new("/shelf?tab=between", Desk, TelephoneAtNight) { Ready = Checked },
        new("/pair/CHN/RUS", Desk, TelephoneAtNight) { Ready = PairViewTests.TradeDrawn },
        new("/pair/CHN/RUS?tab=events", Desk, TelephoneAtNight) { Ready = PairViewTests.Known },
        new("/pair/CHN/RUS?tab=triangle&third=USA", Desk, TelephoneAtNight) { Ready = PairViewTests.Known },
        new("/pair/TUV/NRU", Desk, TelephoneAtNight) { Ready = PairViewTests.Known },
        new("/whatif/sanctions-russia-2022", Telephone, DeskAtNight) { Ready = WhatifTests.Settled },
        new("/whatif/oil-price-cap", TelephoneAtNight) { Ready = WhatifTests.Settled },
        new("/whatif/whoever-wins", Telephone) { Ready = WhatifTests.Settled },
        new("/whatif/eu-energy-short-long", Desk) { Ready = WhatifTests.Settled },
        new("/forecasts", Telephone, DeskAtNight) { Prepare = ForecastTests.Example },
        new("/forecasts/calibration", TelephoneAtNight) { Prepare = ForecastTests.Example },
        new("/forecasts/calibration?of=Odile%20Brandt", Desk) { Prepare = ForecastTests.Example },
        new("/forecasts/add", Telephone) { Prepare = ForecastTests.Example },
        new("/record", Telephone),
        new("/record/datasets/cow-trade", TelephoneAtNight),
        new("/record/import", Telephone),
        new("/record/coverage", TelephoneAtNight, Desk),
        new("/record/coverage?measure=trade&by=year&from=2010", DeskAtNight),
        new("/record/vintages?measure=trade&subject=CHN&object=RUS", Telephone),
        new("/record/find?q=warheads&rows=trade%20CHN%20RUS", TelephoneAtNight),
        new("/record/own", Telephone),
        new("/manual/tutorial", Desk, TelephoneAtNight) { Ready = Written },
        new("/manual/reference/measures", Desk, TelephoneAtNight) { Ready = Written },
        new("/manual/claim-language", Desk, TelephoneAtNight) { Ready = Written },
        new("/manual/start", Desk, TelephoneAtNight) { Ready = Written },
    ];

    /// <summary>The views that the page's own list has.</summary>
    public static IReadOnlyList<string> Views { get; } =
    [.. Listed().Matches(Source("views.ts")).Select(m => m.Groups["name"].Value).Where(v => v != "parts")];

    /// <summary>The tabs of a view but the first, which is the view itself.</summary>
    public static IReadOnlyList<string> Tabs(string view) =>
        [.. Tab().Matches(Source("views", view, "index.tsx")).Skip(1).Select(m => m.Groups["name"].Value)];

    private static string Source(params string[] path) =>
        File.ReadAllText(Path.Combine([Clone.Root, "src", "Entente.Web", "Client", "source", .. path]));

    private static async Task Checked(Visit visit)
    {
        await visit.Page.Locator(".counts, .between").First.WaitForAsync();
        await Assertions.Expect(visit.Page.Locator(".check-progress")).ToHaveCountAsync(0);
    }

    private static Task Written(Visit visit) => visit.Page.Locator(".manual-text").WaitForAsync();

    [GeneratedRegex(@"\bname: '(?<name>[a-z]+)', title: ", RegexOptions.NonBacktracking)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\bid: '?(?<name>[a-z]+)'?,\s*label: ", RegexOptions.NonBacktracking)]
    private static partial Regex Tab();
}
