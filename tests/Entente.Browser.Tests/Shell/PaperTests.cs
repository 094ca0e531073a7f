using System.Text.Json;

namespace Entente.Browser.Tests.Shell;

/// <summary>What comes on paper by the browser's own print, which waits for nothing.</summary>
[Collection(InChromium.Name)]
public sealed class PaperTests(Chromium chromium)
{
    /// <summary>Remembers what each figure holds at the moment in which the page is on paper.</summary>
    private const string Watch = """
        window.figures = () => [...document.querySelectorAll('figure')].map((one) => ({
            title: one.querySelector('figcaption').firstElementChild.textContent,
            drawn: one.querySelector('.chart-box svg, .map-box svg') !== null,
            table: one.querySelector('details[open] table') !== null,
            ink: one.querySelector('.chart-box svg text')?.getAttribute('fill') ?? null,
        }));
        addEventListener('afterprint', () => (window.onPaper = window.figures()));
        window.print = () => (window.onPaper = window.figures());
        """;

    [SkippableFact]
    public Task Every_figure_comes_on_paper_drawn_though_nobody_was_near_it() =>
        Watched(async visit =>
        {
            await visit.Go("/pair/CHN/RUS");
            // The first chart brings the module that draws; the others have their data brought while the browser has time.
            await FirstDrawn(visit);
            await Assertions.Expect(visit.Page.Locator("figure[aria-busy]")).ToHaveCountAsync(0);
            (await visit.Page.Locator(".chart-box.waiting").CountAsync()).ShouldBeGreaterThan(0);
            var figures = await Print(visit);
            figures.Length.ShouldBeGreaterThan(3);
            figures.ShouldAllBe(one => one.Drawn && !one.Table);
        });

    [SkippableFact]
    public Task What_could_not_be_drawn_in_time_stands_as_a_table_with_its_title() =>
        Watched(async visit =>
        {
            // The module that draws never comes.
            await visit.Page.RouteAsync("**/assets/draw-*", _ => Task.CompletedTask);
            await visit.Go("/pair/CHN/RUS");
            await Assertions.Expect(visit.Page.Locator("figure .chart-table").First).ToBeAttachedAsync();
            var figures = await Print(visit);
            figures.ShouldContain(one => one.Title == "Trade between China and Russia" && one.Table && !one.Drawn);
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            var first = visit.Page.Locator("figure", new() { Has = visit.Page.Locator(".chart-table") }).First;
            await Assertions
                .Expect(first.Locator(".on-paper"))
                .ToHaveTextAsync("This was not drawn yet when the page was printed. Its figures stand in the table.");
            await Assertions.Expect(first.Locator(".on-paper")).ToBeVisibleAsync();
            await Assertions.Expect(first.Locator(".chart-box")).ToBeHiddenAsync();
        });

    [SkippableFact]
    public Task A_chart_whose_data_never_came_says_so_on_paper() =>
        Watched(async visit =>
        {
            await visit.Page.RouteAsync("**/api/pairs/*/*/charts/*", _ => Task.CompletedTask);
            await visit.Go("/pair/CHN/RUS");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions
                .Expect(visit.Page.Locator("figure[aria-busy] .on-paper").First)
                .ToContainTextAsync("This chart was still being brought when the page was printed");
            await Assertions.Expect(visit.Page.Locator("figure[aria-busy] .on-paper").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator("figure[aria-busy] .chart-box").First).ToBeHiddenAsync();
        });

    [SkippableFact]
    public Task The_button_waits_for_all_of_them() =>
        Watched(async visit =>
        {
            await visit.Go("/pair/CHN/RUS");
            await visit.Button("Print").ClickAsync();
            var figures = await OnPaper(visit);
            figures.Length.ShouldBeGreaterThan(3);
            figures.ShouldAllBe(one => one.Drawn);
        });

    [SkippableFact]
    public Task Charts_of_a_dark_page_are_light_on_paper() =>
        Watched(
            async visit =>
            {
                await visit.Go("/pair/CHN/RUS");
                await FirstDrawn(visit);
                const string Trade = "Trade between China and Russia";
                var before = (await Figures(visit, "figures()")).Single(one => one.Title == Trade);
                var paper = (await Print(visit)).Single(one => one.Title == Trade);
                Lightness(paper.Ink!).ShouldBeLessThan(140);
                Lightness(before.Ink!).ShouldBeGreaterThan(140);
                await visit.Page.WaitForFunctionAsync($"() => figures().find((one) => one.title === '{Trade}').ink === '{before.Ink}'");
            },
            dark: true
        );

    [SkippableFact]
    public Task Charts_and_the_map_of_a_scenario_come_on_paper() =>
        Watched(async visit =>
        {
            await visit.Go("/whatif/export-controls-russia-2022");
            await FirstDrawn(visit);
            var map = visit.Page.Locator("figure.map");
            await map.WaitForAsync();
            var figures = await Print(visit);
            figures.Length.ShouldBeGreaterThan(3);
            figures.ShouldAllBe(one => one.Drawn || one.Table);
        });

    [SkippableFact]
    public Task No_heading_ends_a_page_and_a_table_that_goes_on_has_its_head_again() =>
        Watched(async visit =>
        {
            await visit.Go("/pair/CHN/RUS");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            var wrong = await visit.Page.EvaluateAsync<string[]>(
                """
                () => {
                    const wrong = [];
                    const must = (selector, rule, value) => {
                        const all = [...document.querySelectorAll(selector)];
                        if (all.length === 0) wrong.push(`no ${selector}`);
                        for (const one of all) if (getComputedStyle(one)[rule] !== value) wrong.push(`${selector}: ${rule} ${getComputedStyle(one)[rule]}`);
                    };
                    for (const heading of ['h1', 'h2', 'h3', 'h4', 'figcaption', 'thead']) must(heading, 'breakAfter', 'avoid');
                    for (const whole of ['tr', 'figure:not(:has(.chart-table[open]))']) must(whole, 'breakInside', 'avoid');
                    must('thead', 'display', 'table-header-group');
                    must('.scrolls', 'overflow', 'visible');
                    return [...new Set(wrong)];
                }
                """
            );
            wrong.ShouldBeEmpty();
        });

    private Task Watched(Func<Visit, Task> act, bool dark = false) =>
        chromium.Visit(
            async visit =>
            {
                await visit.Page.AddInitScriptAsync(Watch);
                await act(visit);
            },
            new() { Dark = dark, Patience = 60_000 }
        );

    /// <summary>Comes near the first chart, wherever it stands by now, until it is drawn: from then on what draws is there.</summary>
    private static async Task FirstDrawn(Visit visit) =>
        await visit.Page.WaitForFunctionAsync(
            "() => (document.querySelector('.chart-box')?.scrollIntoView(), document.querySelector('.chart-box svg') !== null)"
        );

    private static async Task<Figure[]> Print(Visit visit)
    {
        var pdf = await visit.Page.PdfAsync(new() { Format = "A4" });
        pdf.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        return await OnPaper(visit);
    }

    private static async Task<Figure[]> OnPaper(Visit visit)
    {
        await visit.Page.WaitForFunctionAsync("() => window.onPaper !== undefined");
        return await Figures(visit, "onPaper");
    }

    private static async Task<Figure[]> Figures(Visit visit, string what) =>
        [
            .. (await visit.Page.EvaluateAsync<JsonElement>($"() => {what}"))
                .EnumerateArray()
                .Select(one => new Figure(
                    one.GetProperty("title").GetString()!,
                    one.GetProperty("drawn").GetBoolean(),
                    one.GetProperty("table").GetBoolean(),
                    one.GetProperty("ink").GetString()
                )),
        ];

    /// <summary>The mean of a colour's three parts: `rgb(93, 90, 84)` → 89.</summary>
    private static double Lightness(string colour) =>
        colour[(colour.IndexOf('(', StringComparison.Ordinal) + 1)..^1]
            .Split(',')
            .Average(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Figure(string Title, bool Drawn, bool Table, string? Ink);
}
