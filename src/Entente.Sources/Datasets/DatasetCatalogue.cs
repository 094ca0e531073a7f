using Entente.Sources.Datasets.Atop;
using Entente.Sources.Datasets.Baci;
using Entente.Sources.Datasets.CepiiGeodist;
using Entente.Sources.Datasets.CepiiGravity;
using Entente.Sources.Datasets.ChinaFuelImports;
using Entente.Sources.Datasets.Comtrade;
using Entente.Sources.Datasets.CowAlliances;
using Entente.Sources.Datasets.CowContiguity;
using Entente.Sources.Datasets.CowIgo;
using Entente.Sources.Datasets.CowNationalTrade;
using Entente.Sources.Datasets.CowNmc;
using Entente.Sources.Datasets.CowStates;
using Entente.Sources.Datasets.CowTrade;
using Entente.Sources.Datasets.CshapesDistance;
using Entente.Sources.Datasets.EuRussiaMeasures;
using Entente.Sources.Datasets.Gsdb;
using Entente.Sources.Datasets.Icio;
using Entente.Sources.Datasets.IdealPoints;
using Entente.Sources.Datasets.ImfDirectInvestment;
using Entente.Sources.Datasets.ImfImts;
using Entente.Sources.Datasets.ImfRates;
using Entente.Sources.Datasets.IstSanctions;
using Entente.Sources.Datasets.LongCsv;
using Entente.Sources.Datasets.OecdCifFob;
using Entente.Sources.Datasets.Reconciled;
using Entente.Sources.Datasets.SipriTransfers;
using Entente.Sources.Datasets.UngaVotes;
using Entente.Sources.Datasets.UnscVetoes;
using Entente.Sources.Datasets.Vdem;
using Entente.Sources.Datasets.Wdi;
using Entente.Sources.Datasets.Wiod;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>Every dataset that can be imported, by name.</summary>
public static class DatasetCatalogue
{
    public static IReadOnlyList<Dataset> All { get; } =
    [
        new AtopDataset(),
        new BaciDataset(),
        new CepiiGeodistDataset(),
        new CepiiGravityDataset(),
        new ChinaFuelImportsDataset(),
        new ComtradeDataset(),
        new CowAlliancesDataset(),
        new CowContiguityDataset(),
        new CowIgoDataset(),
        new CowNationalTradeDataset(),
        new CowNmcDataset(),
        new CowStatesDataset(),
        new CowTradeDataset(),
        new CshapesDistanceDataset(),
        new EuRussiaMeasuresDataset(),
        new GsdbDataset(),
        new IcioDataset(),
        new IdealPointsDataset(),
        new ImfDirectInvestmentDataset(),
        new ImfImtsDataset(),
        new ImfRatesDataset(),
        new IstSanctionsDataset(),
        new LongCsvDataset(),
        new OecdCifFobDataset(),
        new ReconciledDataset(),
        new SipriTransfersDataset(),
        new UngaVotesDataset(),
        new UnscVetoesDataset(),
        new VdemDataset(),
        new WdiDataset(),
        new WiodDataset(),
    ];

    public static Dataset? Find(string name) => All.FirstOrDefault(d => d.Name == name);

    /// <summary>Every table that a dataset fills, each once.</summary>
    public static IReadOnlyList<TableShape> Tables { get; } =
    [.. All.SelectMany(d => d.Tables).DistinctBy(t => t.Name).OrderBy(t => t.Name, StringComparer.Ordinal)];
}
