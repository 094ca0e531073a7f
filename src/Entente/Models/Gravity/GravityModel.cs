using System.Globalization;
using Entente.Numerics.Gravity;

namespace Entente.Models.Gravity;

/// <summary>A formula put to a table: arrays for the kernel, and what their places mean.</summary>
public sealed class GravityModel
{
    private const int MostLevels = 2000;

    private GravityModel(GravityRequest request, GravityTable table) => (Request, Table) = (request, table);

    public GravityRequest Request { get; }

    public GravityTable Table { get; }

    public GravityData Data { get; private set; } = null!;

    /// <summary>For each row of the data its row in the table.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>The regressors' names.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Rows left out because a field is missing.</summary>
    public int Missing { get; private set; }

    /// <summary>Rows left out because a value has no finite result: the logarithm of zero.</summary>
    public int Infinite { get; private set; }

    /// <summary>The factors of the data, by column.</summary>
    public IReadOnlyList<string> FactorColumns => Request.NameColumns;

    /// <summary>The model, or what is wrong with the table for this formula.</summary>
    public static (GravityModel? Model, GravityProblem? Problem) Of(GravityRequest request, GravityTable table)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(table);
        var model = new GravityModel(request, table);
        try
        {
            model.Build();
            return (model, null);
        }
        catch (RefusedException e)
        {
            return (null, e.Problem);
        }
    }

    private void Build()
    {
        var names = new List<string>();
        var columns = new List<double[]>();
        if (Request.Formula.Intercept)
        {
            names.Add("(Intercept)");
            columns.Add([.. Enumerable.Repeat(1.0, Table.Rows)]);
        }
        foreach (var term in Request.Formula.Terms)
            if (term is FormulaTerm.Product product)
            {
                names.Add(product.Name);
                columns.Add(Column(product.Parts));
            }
            else
                Expand((FormulaTerm.Levels)term, names, columns);
        var response = Column([Request.Formula.Response]);
        var weights = Request.Weights is null ? null : Column([Request.Weights]);
        var offset = Request.Offset is null ? null : Column([Request.Offset]);
        Rows = Usable(response, columns, weights, offset);
        if (Rows.Length == 0)
            throw Refused(
                Table.File,
                $"no row without a missing or infinite value among {Table.Rows}",
                "rows with all columns of the formula"
            );
        Signs(response, weights);
        Names = names;
        Data = new()
        {
            Response = Pick(response),
            Regressors = [.. columns.Select(Pick)],
            Weights = weights is null ? null : Pick(weights),
            Offset = offset is null ? null : Pick(offset),
            Factors = [.. FactorColumns.Select(c => new Factor(Pick(Table.Names[c].Codes), Table.Names[c].Names.Count))],
            Effects = [.. Request.Formula.Effects.Select(Places)],
            Clusters = [.. Request.Clusters.Select(Places)],
            Time = Request.Options.BiasCorrection ? Time() : null,
        };
    }

    private int? Time()
    {
        var columns = Request.Formula.Effects.SelectMany(e => e).Distinct(StringComparer.Ordinal).ToList();
        if (Request.Period is { } named && !columns.Contains(named))
            throw Refused("--period", $"'{named}'", $"a column of the effects: {string.Join(", ", columns)}");
        var years = columns.Where(c => c == Request.Period || (Request.Period is null && AllWhole(Table.Names[c].Names))).ToArray();
        return years.Length == 1 ? FactorColumns.ToList().IndexOf(years[0]) : null;
    }

    private static bool AllWhole(IReadOnlyList<string> names) => names.All(n => int.TryParse(n, CultureInfo.InvariantCulture, out _));

    private double[] Column(IReadOnlyList<Expression> parts)
    {
        var column = new double[Table.Rows];
        for (var r = 0; r < column.Length; r++)
        {
            var value = 1.0;
            foreach (var part in parts)
                value *= part.Value(Table.Numbers, r);
            column[r] = value;
        }
        return column;
    }

    private void Expand(FormulaTerm.Levels term, List<string> names, List<double[]> columns)
    {
        var factor = Table.Names[term.Factor];
        var order = Ordered(factor.Names);
        if (term.Reference is { } reference && !factor.Names.Contains(reference))
            throw Refused(
                string.Create(CultureInfo.InvariantCulture, $"--formula, column {term.At}"),
                $"ref = {reference}",
                $"a level of {term.Factor}: {string.Join(", ", order.Take(8).Select(l => factor.Names[l]))}{(order.Length > 8 ? ", …" : "")}"
            );
        if (order.Length > MostLevels)
            throw Refused(
                string.Create(CultureInfo.InvariantCulture, $"--formula, column {term.At}"),
                string.Create(CultureInfo.InvariantCulture, $"{order.Length} levels of {term.Factor}"),
                string.Create(CultureInfo.InvariantCulture, $"at most {MostLevels}"),
                $"absorb them: | {term.Factor}"
            );
        var times = term.Times is null ? null : Column([term.Times]);
        foreach (var level in order.Where(l => factor.Names[l] != term.Reference))
        {
            names.Add($"{term.Factor}::{factor.Names[level]}{(term.TimesName is null ? "" : ":" + term.TimesName)}");
            var column = new double[Table.Rows];
            for (var r = 0; r < column.Length; r++)
                column[r] =
                    factor.Codes[r] < 0 ? double.NaN
                    : factor.Codes[r] == level ? times?[r] ?? 1
                    : times is not null && !double.IsFinite(times[r]) ? times[r]
                    : 0;
            columns.Add(column);
        }
    }

    /// <summary>By number where all names are numbers, else by letters.</summary>
    private static int[] Ordered(IReadOnlyList<string> names)
    {
        var numbers = names
            .Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : double.NaN)
            .ToArray();
        var places = Enumerable.Range(0, names.Count);
        return numbers.Any(double.IsNaN)
            ? [.. places.OrderBy(p => names[p], StringComparer.Ordinal)]
            : [.. places.OrderBy(p => numbers[p])];
    }

    private int[] Usable(double[] response, List<double[]> columns, double[]? weights, double[]? offset)
    {
        var all = columns.Append(response).Concat(new[] { weights, offset }.OfType<double[]>()).ToArray();
        var numbers = Request.NumberColumns.Select(c => Table.Numbers[c]).ToArray();
        var codes = FactorColumns.Select(c => Table.Names[c].Codes).ToArray();
        var rows = new List<int>(Table.Rows);
        for (var r = 0; r < Table.Rows; r++)
            if (Array.Exists(numbers, c => double.IsNaN(c[r])) || Array.Exists(codes, c => c[r] < 0))
                Missing++;
            else if (Array.Exists(all, c => !double.IsFinite(c[r])))
                Infinite++;
            else
                rows.Add(r);
        return [.. rows];
    }

    private void Signs(double[] response, double[]? weights)
    {
        foreach (var r in Rows)
        {
            if (Request.Options.Family == GravityFamily.Ppml && response[r] < 0)
                throw Refused(
                    Place(r),
                    string.Create(CultureInfo.InvariantCulture, $"{Request.Formula.ResponseName} = {response[r]}"),
                    "a flow of at least 0 (PPML)",
                    "--family ols fits negative values"
                );
            if (weights is not null && weights[r] < 0)
                throw Refused(Place(r), string.Create(CultureInfo.InvariantCulture, $"a weight of {weights[r]}"), "a weight of at least 0");
        }
    }

    private string Place(int row) => string.Create(CultureInfo.InvariantCulture, $"{Table.File}:{Table.Lines[row]}");

    private int[] Places(IReadOnlyList<string> columns) => [.. columns.Select(c => FactorColumns.ToList().IndexOf(c))];

    private T[] Pick<T>(T[] column)
    {
        if (Rows.Length == column.Length)
            return column;
        var picked = new T[Rows.Length];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = column[Rows[i]];
        return picked;
    }

    private static RefusedException Refused(string where, string found, string expected, string? hint = null) =>
        new(new(where, found, expected, hint));

    private sealed class RefusedException(GravityProblem problem) : Exception(problem.Found)
    {
        public GravityProblem Problem => problem;
    }
}
