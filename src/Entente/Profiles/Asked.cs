using Entente.Checking.Evaluating;

namespace Entente.Profiles;

/// <summary>Whose books may answer.</summary>
internal enum Books
{
    Any,

    /// <summary>Those of the first party of the expression, not the other side's.</summary>
    Own,

    /// <summary>Also figures computed from two authorities' rows, which is said beside them.</summary>
    Mixed,
}

/// <summary>Figures and series made by putting expressions of the claim language to the record, so that `ask` gives the same.</summary>
internal sealed class Asked(ProfileRequest request)
{
    /// <summary>How many years before the last one a latest figure may be from.</summary>
    private const int LatestWithin = 12;

    private const string Dollars = "USD";

    /// <summary>Two figures of one authority as near as this are one, rounded twice.</summary>
    private const double Near = 0.001;

    /// <summary>Others are shown where they differ by more than rounding.</summary>
    private const int MostOthers = 6;

    /// <summary>An expression with the codes and the year put in for {A}, {B} and {Y}.</summary>
    public string Fill(string template, int year) =>
        template
            .Replace("{A}", request.First.Code, StringComparison.Ordinal)
            .Replace("{B}", request.Second.Code, StringComparison.Ordinal)
            .Replace("{Y}", PairEvents.Year(year), StringComparison.Ordinal);

    /// <summary>The figure of the latest year for which an authority decides; null where there is none.</summary>
    public ProfileFigure? Latest(string label, string template, ProfileSide side = ProfileSide.Pair, Books books = Books.Any)
    {
        for (var year = request.To; year >= Math.Max(request.From, request.To - LatestWithin); year--)
            if (At(label, template, year, side, books) is { } figure)
                return figure;
        return null;
    }

    public ProfileFigure? At(string label, string template, int year, ProfileSide side = ProfileSide.Pair, Books books = Books.Any)
    {
        var expression = Fill(template, year);
        var answers = request
            .Ask(expression)
            .Answers.Where(a =>
                (a.Decides || (books == Books.Mixed && a.Kind == AnswerKind.Mixed))
                && a.Number is not null
                && !a.IsConstant
                && !(books == Books.Own && (OtherSide(a) || a.BothBooks))
            )
            .ToList();
        if (answers.Count == 0)
            return null;
        // Amounts are laid beside each other in dollars where anybody gives them so.
        var lead =
            answers.Find(a => a.Number!.Unit is { Dimension: not Entente.Quantities.Dimension.Money } or { Symbol: Dollars }) ?? answers[0];
        answers.Remove(lead);
        answers.Insert(0, lead);
        var (low, high) = (lead.Number!.Best, lead.Number.Best);
        var others = new List<ProfileVariant>();
        foreach (var other in answers.Skip(1))
        {
            if (other.Number!.Unit.Symbol != lead.Number.Unit.Symbol)
                continue;
            (low, high) = (Math.Min(low, other.Number.Best), Math.Max(high, other.Number.Best));
            if (
                others.Count < MostOthers
                && !others.Any(o => o.Label == LabelOf(other) && Math.Abs(o.Value - other.Number.Best) <= Near * Math.Abs(o.Value))
            )
                others.Add(new(LabelOf(other), other.Number.Best, CiteOf(other)));
        }
        return new()
        {
            Label = label,
            Side = side,
            Value = lead.Number.Best,
            Low = low,
            High = high,
            Unit =
                books == Books.Mixed && lead.Number.Unit.Dimension == Entente.Quantities.Dimension.Number
                    ? "share"
                    : lead.Number.Unit.Symbol,
            Period = (lead.Period ?? Entente.Quantities.Period.OfYear(year)).Text,
            Cite = CiteOf(lead),
            Expression = expression,
            Others = others,
            Note =
                lead.Kind == AnswerKind.Mixed ? "from two authorities' figures"
                : lead.BothBooks ? "each side's own exports"
                : OtherSide(lead) ? "the other side's statistics"
                : null,
        };
    }

    /// <summary>One line for each authority that has the figure for several years, the one with most years first.</summary>
    /// <param name="template">The expression.</param>
    /// <param name="most">No more lines than these.</param>
    /// <param name="side">Of whom.</param>
    /// <param name="name">Put before the authority's name.</param>
    /// <param name="unit">Only figures in this unit.</param>
    public IReadOnlyList<ProfileLine> Lines(
        string template,
        int most,
        ProfileSide side = ProfileSide.Pair,
        string? name = null,
        string? unit = null
    )
    {
        var bySource = new Dictionary<string, (List<ProfilePoint> Points, Answer Last)>(StringComparer.Ordinal);
        for (var year = request.From; year <= request.To; year++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var answer in request.Ask(Fill(template, year)).Answers)
            {
                if (!answer.Decides || answer.Number is not { } number || answer.IsConstant || OtherSide(answer))
                    continue;
                if ((unit is not null && number.Unit.Symbol != unit) || !seen.Add(LabelOf(answer)))
                    continue;
                if (!bySource.TryGetValue(LabelOf(answer), out var line))
                    line = ([], answer);
                line.Points.Add(new(year, number.Best));
                // Its state is that of the latest figure: the first was published before most of it had happened.
                bySource[LabelOf(answer)] = (line.Points, answer);
            }
        }
        return
        [
            .. bySource
                .Where(s => s.Value.Points.Count >= 3)
                .OrderByDescending(s => s.Value.Points.Count)
                .ThenBy(s => s.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(s => new ProfileLine
                {
                    Name = name is null ? s.Key : $"{name} ({s.Key})",
                    Side = side,
                    Points = s.Value.Points,
                    Cite = CiteOf(s.Value.Last) with { Row = null },
                }),
        ];
    }

    /// <summary>A row that names no reporter is of neither side, in whatever order it names the two.</summary>
    private static bool OtherSide(Answer answer) => answer is { Mirror: true, Reporter: not null };

    private static string LabelOf(Answer answer) => answer.Via is null || answer.Source.Length > 0 ? answer.Source : answer.Via;

    private static Cite CiteOf(Answer answer) =>
        new()
        {
            Source = answer.Source,
            Published = answer.Published?.Text,
            Url = answer.Url,
            Row = RowOf(answer.Derivation),
            Basis = answer.Basis.Length > 0 ? answer.Basis : null,
        };

    /// <summary>The first row of the record in a derivation.</summary>
    private static string? RowOf(Checking.Derivation derivation)
    {
        if (derivation.Source?.Row is { Length: > 0 } row)
            return row;
        foreach (var arg in derivation.Args)
            if (RowOf(arg) is { } inner)
                return inner;
        return null;
    }
}
